package hmnet.formats.check;

import hmnet.formats.base.Note;
import hmnet.formats.base.Note.Severity;
import hmnet.formats.base.Sha256;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.CheckReport.CodeCount;
import hmnet.formats.check.account.FileAccount;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Equivalents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A file looked at before it is ever sent (確認したファイル): recognised, read, converted.
///
/// @param kind what it is within its format, empty when it could not be read
/// @param patients how many patients it tells of
/// @param rows how many rows of charts it becomes
/// @param lost characters that stand as U+FFFD: lost before the file was made, since no reader replaces any
/// @param codes by code system, how many things should have a code of it and how many have
/// @param account where each of its values went
/// @param unmapped the codes that neither are standard nor have one in a table, how often each was seen
public record CheckedFile(
        String path,
        String sha256,
        Format format,
        String version,
        String kind,
        Outcome outcome,
        List<Note> notes,
        int patients,
        int rows,
        int lost,
        Map<String, CodeCount> codes,
        Map<Code, Integer> unmapped,
        FileAccount account) {
    /// Remarks that say by themselves why a file has nothing for a chart.
    private static final Set<String> NOTHING = Set.of(
            "auxiliary",
            "history",
            "identity-feed",
            "no-chart-data",
            "no-patient",
            "nothing-to-file",
            "nothing-told",
            "patient-missing",
            "reports-error",
            "request",
            "type-not-read");

    /// Looks at a file.
    ///
    /// @param name by which the formats that rest on names know it
    public static CheckedFile of(String path, String name, byte[] bytes) {
        return of(path, name, bytes, FileAgreements.NOTHING);
    }

    public static CheckedFile of(String path, String name, byte[] bytes, FileAgreements fileAgreements) {
        var read = read(path, name, bytes, fileAgreements);
        return read.format() == Format.FHIR ? read.and(fileAgreements.judge().notes(bytes)) : read;
    }

    /// What somebody else says of it stands behind what our readers say, and decides nothing.
    private CheckedFile and(List<Note> more) {
        var all = new ArrayList<>(notes);
        all.addAll(more);
        return new CheckedFile(
                path,
                sha256,
                format,
                version,
                kind,
                outcome,
                List.copyOf(all),
                patients,
                rows,
                lost,
                codes,
                unmapped,
                account);
    }

    private static CheckedFile read(String path, String name, byte[] bytes, FileAgreements fileAgreements) {
        var sha = hex(Sha256.of(bytes));
        try {
            var file = Readers.read(name, bytes, fileAgreements.layouts(), fileAgreements.examiner());
            return of(path, sha, file, fileAgreements.tables(), FileAccount.of(file, bytes));
        } catch (Unreadable bad) {
            var format = Readers.format(name, bytes, fileAgreements.layouts()).orElse(Format.OTHER);
            return refused(path, sha, format, bad.note());
        } catch (RuntimeException e) {
            // A fault of ours must not keep the other files from being looked at.
            var note = new Note("internal", Severity.ERROR, 0, "", e.getClass().getSimpleName());
            return refused(
                    path,
                    sha,
                    Readers.format(name, bytes, fileAgreements.layouts()).orElse(Format.OTHER),
                    note);
        }
    }

    private static CheckedFile refused(String path, String sha, Format format, Note note) {
        return new CheckedFile(
                path,
                sha,
                format,
                "",
                "",
                Outcome.REFUSED,
                List.of(note),
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                FileAccount.NONE);
    }

    /// A file that was not even read.
    public static CheckedFile refused(String path, String code, String text) {
        return refused(path, "", Format.OTHER, new Note(code, Severity.ERROR, 0, "", text));
    }

    private static CheckedFile of(String path, String sha, FacilityFile file, Equivalents tables, FileAccount account) {
        var notes = new ArrayList<>(file.notes());
        var sheets = new SheetCount();
        file.sheets().forEach(sheets::add);
        var rows = new RowCount();
        file.eachRow(ids(sha), tables, rows::add);
        if (sheets.numberless > 0) {
            notes.add(Note.info("patient-number-missing", 0, "", sheets.numberless + " of " + sheets.all));
        }
        boolean told = rows.all > 0 || sheets.told;
        if (!told && notes.stream().noneMatch(note -> NOTHING.contains(note.code()))) {
            notes.add(Note.info("nothing-told", 0, "", "nothing of the chart is in it: no sheet, no row"));
        }
        notes.addAll(contradictions(rows.sent, tables));
        notes.addAll(account.notes());
        var repaired = notes.stream().anyMatch(note -> note.severity() == Severity.REPAIR);
        return new CheckedFile(
                path,
                sha,
                file.format(),
                file.version(),
                file.kind(),
                !told ? Outcome.EMPTY : repaired ? Outcome.REPAIRED : Outcome.ACCEPTED,
                List.copyOf(notes),
                sheets.patients.size(),
                rows.all,
                rows.lost,
                rows.codes,
                rows.unmapped,
                account);
    }

    /// What is counted of a file's sheets: one patient may have several, a handbook has one for each dispensing.
    private static final class SheetCount {
        private final Set<List<Object>> patients = new HashSet<>();
        private int all;
        private int numberless;
        private boolean told;

        private void add(Sheet sheet) {
            all++;
            numberless += sheet.patient().isBlank() ? 1 : 0;
            told |= sheet.deletes() || sheet.master();
            patients.add(List.of(sheet.patient(), sheet.person()));
        }
    }

    /// What is counted of a file's rows, of which none is kept.
    private static final class RowCount {
        private final Map<String, CodeCount> codes = new TreeMap<>();
        private final Map<Code, Integer> unmapped = new HashMap<>();
        private final Set<Code> sent = new LinkedHashSet<>();
        private int all;
        private int lost;

        private void add(Part row) {
            all++;
            lost += lost(row.extract());
            CodeCount.of(List.of(row)).forEach((system, count) -> codes.merge(system, count, CodeCount::and));
            row.coded().forEach(thing -> sent.add(thing.sent()));
            row.coded().stream()
                    .filter(thing -> thing.standing() == CodingLevel.CodingSource.UNMAPPED)
                    .forEach(thing -> unmapped.merge(thing.sent(), 1, Integer::sum));
        }
    }

    /// Codes whose sent name their own table gives to something else, each once.
    private static List<Note> contradictions(Set<Code> sent, Equivalents tables) {
        return sent.stream()
                .flatMap(code -> tables.contradicted(code).stream()
                        .map(known -> Note.info(
                                "code-contradicts-name",
                                0,
                                CodingSystems.hl7(code.system()) + " " + code.code(),
                                code.display() + " ≠ " + known.display() + " (" + known.table() + ")")))
                .toList();
    }

    /// U+FFFD in UTF-8.
    private static int lost(byte[] text) {
        int lost = 0;
        for (int i = 0; i + 2 < text.length; i++) {
            lost += text[i] == (byte) 0xEF && text[i + 1] == (byte) 0xBF && text[i + 2] == (byte) 0xBD ? 1 : 0;
        }
        return lost;
    }

    /// Ids that depend on nothing but the file, for a conversion that is thrown away or written to a file.
    static Ids ids(String seed) {
        return (type, key) -> hex(Sha256.of((seed + "/" + type + "/" + key).getBytes(StandardCharsets.UTF_8)))
                .substring(0, 32);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
