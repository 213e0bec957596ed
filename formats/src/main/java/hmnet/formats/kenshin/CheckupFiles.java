package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.model.chart.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Check-ups as files of the standard (健診ファイルへの書き出し): one as XML, several as the archive in which
/// they travel.
final class CheckupFiles {
    private CheckupFiles() {}

    /// A file of check-ups again: XML as it was read, a table as XML or as an archive.
    ///
    /// @throws Unreadable `not-writable` when the standard demands what is not there
    public static WrittenFile write(KenshinFile file) throws Unreadable {
        if (file.root() != null) {
            return new WrittenFile(file.bytes(), List.of());
        }
        var totals = file.totals();
        if (totals == null && file.checkups().size() == 1 && file.claims().isEmpty()) {
            return one(file.checkups().getFirst(), List.of());
        }
        return new WrittenFile(
                archive(totals == null ? totals(file.checkups()) : totals, file.checkups(), file.claims()), List.of());
    }

    /// Results of other formats.
    public static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        var checkups = new ArrayList<Checkup>();
        var notes = new ArrayList<Note>();
        for (var sheet : sheets) {
            var made = KenshinConversion.of(sheet);
            notes.addAll(made.notes());
            if (made.checkup() != null) {
                checkups.add(made.checkup());
            }
        }
        if (checkups.isEmpty()) {
            throw new Unreadable("not-writable", 0, "", "no item of a check-up");
        }
        return checkups.size() == 1
                ? one(checkups.getFirst(), notes)
                : new WrittenFile(archive(totals(checkups), checkups, List.of()), List.copyOf(notes));
    }

    private static WrittenFile one(Checkup checkup, List<Note> notes) throws Unreadable {
        demanded(checkup);
        return new WrittenFile(KenshinWriter.write(checkup), List.copyOf(notes));
    }

    private static byte[] archive(Totals totals, List<Checkup> checkups, List<CheckupClaim> claims) throws Unreadable {
        for (var checkup : checkups) {
            demanded(checkup);
        }
        return ArchiveWriter.write(KenshinFile.NEW, totals, 1, checkups, claims);
    }

    private static void demanded(Checkup checkup) throws Unreadable {
        var missing = KenshinDemands.missing(checkup);
        if (!missing.isEmpty()) {
            throw new Unreadable("not-writable", 0, "", "the standard demands " + String.join(", ", missing));
        }
    }

    /// From the one institution to the one insurer, on the last day anything was written.
    private static Totals totals(List<Checkup> checkups) throws Unreadable {
        if (checkups.isEmpty()) {
            throw new Unreadable("not-writable", 0, "", "no check-up in it");
        }
        return new Totals(
                "6",
                checkups.stream()
                        .map(checkup -> checkup.written().isEmpty() ? checkup.done() : checkup.written())
                        .sorted()
                        .toList()
                        .getLast(),
                Oids.INSTITUTION,
                same(checkups, checkup -> checkup.performer().number(), "institution"),
                Oids.INSURER,
                same(checkups, checkup -> checkup.examinee().insurer(), "insurer"),
                "1");
    }

    private static String same(List<Checkup> checkups, Function<Checkup, String> of, String what) throws Unreadable {
        var all = checkups.stream().map(of).distinct().toList();
        if (all.size() != 1 || all.getFirst().isEmpty()) {
            throw new Unreadable("not-writable", 0, what, "several check-ups travel from one " + what);
        }
        return all.getFirst();
    }
}
