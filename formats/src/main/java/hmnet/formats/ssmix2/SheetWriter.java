package hmnet.formats.ssmix2;

import hmnet.formats.base.Note;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.hl7v2.SheetMessages;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Code;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.DocumentKind;
import hmnet.formats.ssmix2.storage.ExtendedPath;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Sheets of any format as files of SS-MIX2 (記載からSS-MIX2へ): messages into the standard storage, vital signs and
/// documents into the extended one. What neither can hold is said in notes.
final class SheetWriter {
    /// A file and where it lies.
    @SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
    public record SheetFile(String path, byte[] bytes) {}

    private static final DocumentKind VITALS =
            new DocumentKind(new Code("99ZL01", "L-OBSERVATIONS", "OBSERVATIONS"), new Code("", "", ""));

    private final List<SheetFile> files = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private SheetWriter() {}

    public static SheetWriter write(List<Sheet> sheets) {
        var writer = new SheetWriter();
        sheets.forEach(writer::sheet);
        return writer;
    }

    public List<SheetFile> files() {
        return files;
    }

    public List<Note> notes() {
        return notes;
    }

    private void sheet(Sheet sheet) {
        if (!sheet.patient().matches("[0-9A-Za-z]{1,30}")) {
            notes.add(Note.info("not-written", 0, "patient", "no number a storage can hold: " + sheet.patient()));
            return;
        }
        var messages = SheetMessages.of(sheet, true);
        messages.notes().stream()
                .filter(note -> !note.text().equals(SheetMessages.DOCUMENT))
                .forEach(notes::add);
        messages.spoken().forEach(spoken -> message(sheet, spoken));
        if (!sheet.deletes()) {
            sheet.entries().forEach(entry -> {
                if (entry instanceof Paper paper) {
                    paper(sheet, paper);
                }
            });
        }
    }

    private void message(Sheet sheet, SheetMessages.SheetMessage spoken) {
        var order = alphanumeric(spoken.order(), 22);
        if (spoken.kind().isEmpty()) {
            var key = order.isEmpty() ? Hl7Time.hl7(spoken.day()) : order;
            add(new SheetFile(extended(sheet, VITALS, key, spoken.at(), "main_document.hl7"), spoken.bytes()));
            return;
        }
        try {
            var kind = StorageKind.of(spoken.kind());
            var name = StorageName.live(
                    sheet.patient(),
                    kind.undated() ? null : spoken.day(),
                    kind,
                    order.isEmpty() ? StorageName.NO_ORDER : order,
                    sheet.at(),
                    alphanumeric(spoken.department(), 5));
            add(new SheetFile(name.path(), spoken.bytes()));
        } catch (BadStorage bad) {
            notes.add(Note.info("not-written", 0, spoken.kind(), bad.detail()));
        }
    }

    /// Two things at one place would lose one of them: it is said.
    private void add(SheetFile file) {
        if (files.stream().anyMatch(other -> other.path().equals(file.path()))) {
            notes.add(Note.info("not-written", 0, file.path(), "its place is taken"));
        } else {
            files.add(file);
        }
    }

    /// What a name of the storage may hold of a key.
    private static String alphanumeric(String key, int most) {
        var plain = key.replaceAll("[^0-9A-Za-z]", "");
        return plain.length() > most ? plain.substring(plain.length() - most) : plain;
    }

    private void paper(Sheet sheet, Paper paper) {
        boolean words = paper.content().length == 0;
        var ending = words ? "txt" : ContentType.ending(paper.contentType());
        var bytes = words ? text(paper) : paper.content();
        var key = alphanumeric(sheet.source() + paper.key(), 22);
        add(new SheetFile(extended(sheet, kind(paper), key, paper.at(), "main." + ending), bytes));
    }

    private static byte[] text(Paper paper) {
        return paper.sections().stream()
                .map(section -> section.title().isBlank() ? section.text() : section.title() + "\n" + section.text())
                .collect(Collectors.joining("\n\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static DocumentKind kind(Paper paper) {
        var loinc = paper.type().code("http://loinc.org");
        var shown = paper.title().isBlank() ? paper.type().shown() : paper.title();
        // Without a LOINC code only its name says that a document is a report.
        boolean unnamed =
                paper.kind() == Paper.PaperKind.REPORT && loinc.isEmpty() && !ExtendedPaper.isReportName(shown);
        var title = unnamed ? shown + " 報告書" : shown;
        var safe = title.replaceAll("[/\\\\^:_\\p{Cntrl}]", " ").strip();
        var standard = loinc.isEmpty() ? new Code("", "", "") : new Code("LN", loinc, safe);
        return new DocumentKind(new Code(loinc.isEmpty() ? "99ZZZ" : "", loinc.isEmpty() ? "L1" : "", safe), standard);
    }

    private static String extended(Sheet sheet, DocumentKind kind, String key, OffsetDateTime at, String file) {
        return new ExtendedPath(
                        sheet.patient(),
                        Objects.requireNonNull(at).toLocalDate(),
                        kind,
                        kind.code(),
                        key,
                        Hl7Time.hl7(sheet.at()) + "%03d".formatted(sheet.at().getNano() / 1_000_000),
                        "-",
                        Flag.LIVE,
                        file,
                        List.of())
                .path();
    }
}
