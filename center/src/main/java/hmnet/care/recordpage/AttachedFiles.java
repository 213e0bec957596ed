package hmnet.care.recordpage;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.NoteWords;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.other.FileKind;
import hmnet.ground.design.Messages;
import hmnet.record.charts.Chart;
import hmnet.record.examination.Examination;
import hmnet.record.examination.LargeWords;
import hmnet.record.inbox.LargeFiles;
import hmnet.record.inbox.LargeFiles.LargeFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Takes the files of a record out of its chart (添付ファイル). Each is looked at again before it is handed out, in a process
/// of its own and after the chart was closed.
@Component
class AttachedFiles {
    private static final Set<String> TOLD = Set.of("metadata-kept", "signature-kept", "links-removed", "not-scanned");

    private final Examination examination;
    private final LargeFiles largeFiles;

    AttachedFiles(Examination examination, LargeFiles largeFiles) {
        this.examination = examination;
        this.largeFiles = largeFiles;
    }

    /// Documents and reports alone have any.
    RecordFiles of(Chart.Document document) {
        var kind = document.entry().kind();
        return kind == RecordKind.DOCUMENT || kind == RecordKind.REPORT
                ? new RecordFiles(document.bundle(), large(document).orElse(null), examination)
                : new RecordFiles("", null, examination);
    }

    /// The one file of a record that lies in the file store. It is found by the original that the record was cut from:
    /// an address in the record's own words is never believed.
    private Optional<LargeAttachment> large(Chart.Document document) {
        return largeFiles.find(document.inbox()).flatMap(this::shown);
    }

    private Optional<LargeAttachment> shown(LargeFile row) {
        try {
            return row.shown() == null
                    ? Optional.empty()
                    : Optional.of(new LargeAttachment(largeFiles, row, LargeWords.read(row)));
        } catch (Unreadable keptBack) {
            return Optional.empty();
        }
    }

    /// What whoever opens it should know. The note says it in words wherever a file is named.
    static List<String> remarks(List<Note> notes, Messages m) {
        return notes.stream()
                .map(Note::code)
                .filter(TOLD::contains)
                .distinct()
                .flatMap(code -> NoteWords.in(m.language().tag(), code).stream())
                .toList();
    }

    /// Whether every browser draws it as it is; all else is saved and opened by the program for it.
    static boolean drawn(FileKind kind) {
        return switch (kind) {
            case JPEG, PNG -> true;
            case PDF, HEIC, TIFF, MP4, OFFICE, OLD_OFFICE, PARCEL, ALBUM -> false;
        };
    }

    /// The end of the key that says why a file is kept back.
    static String keptBack(String why) {
        return switch (why) {
            case "active-content", "macro" -> "acts";
            case "encrypted" -> "locked";
            case "unexaminable" -> "unexaminable";
            case "virus" -> "virus";
            case "not-scanned" -> "not-scanned";
            case "too-large", "too-many-points", "too-complex", "zip-bomb" -> "large";
            case "type-not-accepted", "old-office", "zip-nested", "parcel" -> "kind";
            // From outside: the readers' codes of what they keep back.
            default -> "damaged";
        };
    }
}
