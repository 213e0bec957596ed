package hmnet.care.recordpage;

import hmnet.formats.base.Note;
import hmnet.formats.file.NoteWords;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.other.Attachments;
import hmnet.formats.other.Attachments.AttachedContent;
import hmnet.formats.other.FileKind;
import hmnet.ground.design.Messages;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.examination.Examination;
import hmnet.record.previews.Previews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The files of a record (添付ファイル) as its page lists them; each is looked at again before it is handed
/// out, in a process of its own.
@Component
class AttachedFiles {
    private static final Set<String> TOLD = Set.of("metadata-kept", "signature-kept", "links-removed", "not-scanned");

    private final Examination examination;

    AttachedFiles(Examination examination) {
        this.examination = examination;
    }

    /// In the order of the record; documents and reports alone have any.
    List<AttachedContent> of(Chart.Document document) {
        var kind = document.entry().kind();
        return kind == RecordKind.DOCUMENT || kind == RecordKind.REPORT
                ? Attachments.of(document.bundle(), examination)
                : List.of();
    }

    /// One that may be handed out.
    ///
    /// @param file its place in the record, the first is 1
    Optional<AttachedContent.Safe> one(Chart.Document document, int file) {
        return of(document).stream()
                .skip(Math.max(0, file - 1L))
                .limit(file < 1 ? 0 : 1)
                .flatMap(found -> found instanceof AttachedContent.Safe safe ? Stream.of(safe) : Stream.empty())
                .findFirst();
    }

    static List<RecordScreen.RecordFile> lines(PersonId person, UUID record, List<AttachedContent> files, Messages m) {
        var lines = new ArrayList<RecordScreen.RecordFile>();
        for (var file : files) {
            var address = "/people/%s/records/%s/files/%d".formatted(person, record, lines.size() + 1);
            lines.add(
                    switch (file) {
                        case AttachedContent.Safe safe ->
                            new RecordScreen.RecordFile(
                                    safe.title().isBlank() ? safe.kind().word() : safe.title(),
                                    safe.kind().word(),
                                    kilobytes(safe.content().length),
                                    address,
                                    poster(safe, address),
                                    Previews.drawn(safe.kind()) ? address + "/preview" : null,
                                    null,
                                    remarks(safe, m));
                        case AttachedContent.KeptBack(var title, var why, var size) ->
                            new RecordScreen.RecordFile(
                                    title, "", kilobytes(size), null, null, null, keptBack(why), List.of());
                    });
        }
        return lines;
    }

    /// What whoever opens it should know. The note says it in words wherever a file is named.
    static List<String> remarks(AttachedContent.Safe file, Messages m) {
        return file.notes().stream()
                .map(Note::code)
                .filter(TOLD::contains)
                .distinct()
                .flatMap(code -> NoteWords.in(m.language().tag(), code).stream())
                .toList();
    }

    /// A picture is its own poster. One that an office file brings may show what was cut from it since.
    private static @Nullable String poster(AttachedContent.Safe file, String address) {
        return drawn(file.kind()) ? address : null;
    }

    /// Whether every browser draws it as it is; all else is saved and opened by the program for it.
    static boolean drawn(FileKind kind) {
        return switch (kind) {
            case JPEG, PNG -> true;
            case PDF, HEIC, TIFF, MP4, OFFICE, OLD_OFFICE, PARCEL -> false;
        };
    }

    static int kilobytes(int bytes) {
        return (bytes + 1023) / 1024;
    }

    private static String keptBack(String why) {
        return switch (why) {
            case "active-content", "macro" -> "acts";
            case "encrypted" -> "locked";
            case "unexaminable" -> "unexaminable";
            case "virus" -> "virus";
            case "not-scanned" -> "not-scanned";
            case "type-not-accepted", "old-office", "zip-nested", "parcel" -> "kind";
            // From outside: the readers' codes of what they keep back.
            default -> "damaged";
        };
    }

    static String ending(AttachedContent.Safe file) {
        return switch (file.kind()) {
            case PDF -> "pdf";
            case JPEG -> "jpg";
            case PNG -> "png";
            case HEIC -> "heic";
            case TIFF -> "tif";
            case MP4 -> "mp4";
            case OFFICE -> office(file.contentType());
            case OLD_OFFICE, PARCEL -> "bin";
        };
    }

    private static String office(String contentType) {
        if (contentType.contains("wordprocessing")) {
            return "docx";
        }
        return contentType.contains("spreadsheet") ? "xlsx" : "pptx";
    }
}
