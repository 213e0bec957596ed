package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.base.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The archive in which check-ups travel (健診データの一式): index, summary, `DATA` and `CLAIMS`. What its
/// index counts is compared and told, never believed.
final class KenshinArchive {
    private final List<Checkup> checkups = new ArrayList<>();
    private final List<CheckupClaim> claims = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private @Nullable Totals totals;
    private @Nullable XmlElement index;
    private @Nullable XmlElement summary;
    private String version = "";

    private KenshinArchive() {}

    static KenshinFile read(byte[] bytes) throws Unreadable {
        var archive = new KenshinArchive();
        for (var member :
                Archive.members(bytes, name -> name.toLowerCase(Locale.ROOT).endsWith(".xml"))) {
            archive.add(member);
        }
        archive.compare();
        return new KenshinFile(
                archive.version,
                "一式",
                null,
                List.copyOf(archive.checkups),
                List.copyOf(archive.claims),
                archive.totals,
                archive.notes);
    }

    private void add(Archive.Member member) throws Unreadable {
        if (member.name().endsWith(".xsd")) {
            return;
        }
        if (member.content().length == 0) {
            notes.add(Note.info("file-unknown", 0, member.name(), "not read"));
            return;
        }
        try {
            var file = KenshinFile.read(member.content());
            checkups.addAll(file.checkups());
            claims.addAll(file.claims());
            take(file);
            file.notes()
                    .forEach(note -> notes.add(new Note(
                            note.code(),
                            note.severity(),
                            note.line(),
                            member.file() + " " + note.field(),
                            note.text())));
        } catch (Unreadable bad) {
            var note = bad.note();
            throw new Unreadable(note.code(), note.line(), member.file() + " " + note.field(), note.text());
        }
    }

    private void take(KenshinFile file) {
        if (file.totals() != null) {
            totals = file.totals();
            index = file.root();
        } else if (file.kind().equals("集計")) {
            summary = file.root();
        }
        if (!file.version().equals("V08")) {
            version = file.version();
        }
    }

    private void compare() throws Unreadable {
        if (checkups.isEmpty() && claims.isEmpty()) {
            throw new Unreadable("not-kenshin", 0, "", "neither results nor claims in the archive");
        }
        if (index == null) {
            notes.add(Note.repair("index-missing", 0, "ix08_V08.xml", "the archive has no index"));
        } else {
            compare("totalRecordCount", index.at("totalRecordCount", "value"), checkups.size());
        }
        if (summary != null && !claims.isEmpty()) {
            compare("totalSubjectCount", summary.at("totalSubjectCount", "value"), claims.size());
            compare(
                    "totalClaimAmount",
                    summary.at("totalClaimAmount", "value"),
                    claims.stream()
                            .mapToLong(checkupClaim -> yen(checkupClaim.claimed()))
                            .sum());
        }
    }

    private void compare(String what, String said, long counted) {
        if (!said.equals(String.valueOf(counted))) {
            notes.add(Note.repair("total-differs", 0, what, said + ", counted " + counted));
        }
    }

    static long yen(String amount) {
        return amount.matches("[0-9]{1,9}") ? Long.parseLong(amount) : 0;
    }
}
