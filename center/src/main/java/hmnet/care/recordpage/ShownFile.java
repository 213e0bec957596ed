package hmnet.care.recordpage;

import hmnet.formats.base.Note;
import hmnet.formats.other.Attachments.AttachedContent;
import hmnet.formats.other.FileKind;
import hmnet.formats.other.OtherFile;
import java.io.IOException;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/// A file of a record as it may be handed out (受け渡す添付ファイル): a small one is in memory, one of the file store is read
/// as it goes.
///
/// @param title what its sender called it; may be empty
/// @param contentType by its bytes, whatever the sender said
/// @param length of what is handed out, in bytes
/// @param notes what was done to it, and what could not be
record ShownFile(String title, FileKind kind, String contentType, long length, List<Note> notes, Resource body) {
    static ShownFile of(AttachedContent.Safe safe) {
        return new ShownFile(
                safe.title(),
                safe.kind(),
                safe.contentType(),
                safe.content().length,
                safe.notes(),
                new ByteArrayResource(safe.content()));
    }

    static ShownFile of(LargeAttachment large) {
        var file = large.file();
        return new ShownFile(
                file.descriptor().title(),
                file.verdict().kind(),
                file.verdict().contentType(),
                file.length(),
                file.notes(),
                large);
    }

    String name() {
        return title.isBlank() ? kind.word() : title;
    }

    int kilobytes() {
        return kilobytes(length);
    }

    static int kilobytes(long bytes) {
        return (int) ((bytes + 1023) / 1024);
    }

    /// Whether it may be brought into memory as a whole, as whoever draws pictures of it has to.
    boolean fitsMemory() {
        return length <= OtherFile.BYTES;
    }

    /// Whether its bytes can be read; else the page says so before anything is sent.
    ///
    /// @throws IOException why not
    void demandWhole() throws IOException {
        body.getInputStream().close();
    }

    String ending() {
        return switch (kind) {
            case PDF -> "pdf";
            case JPEG -> "jpg";
            case PNG -> "png";
            case HEIC -> "heic";
            case TIFF -> "tif";
            case MP4 -> "mp4";
            case OFFICE -> office();
            case ALBUM -> "zip";
            case OLD_OFFICE, PARCEL -> "bin";
        };
    }

    private String office() {
        if (contentType.contains("wordprocessing")) {
            return "docx";
        }
        return contentType.contains("spreadsheet") ? "xlsx" : "pptx";
    }
}
