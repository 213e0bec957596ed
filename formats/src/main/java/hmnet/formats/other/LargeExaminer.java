package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.picture.Boxes;
import hmnet.formats.other.picture.Directories;
import hmnet.formats.other.picture.LargeBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Looks at a file that is too large for memory (大きなファイルの検査), by rules of its own for each kind: a PDF is written anew,
/// a film, a picture and an archive of pictures are walked through and stay as they came. No other kind may be large.
public final class LargeExaminer {
    private static final int HEAD = 8192;
    private static final int TAIL = 1 << 20;

    private LargeExaminer() {}

    /// Where what is written anew goes; asked for when it begins.
    @FunctionalInterface
    public interface CleanedTarget {
        OutputStream begin() throws IOException;
    }

    /// @param name only compared with what the bytes say
    public static LargeVerdict examine(LargeBytes bytes, String name, CleanedTarget target)
            throws Unreadable, IOException {
        if (bytes.length() == 0) {
            throw new Unreadable("empty", 0, "", "the file is empty");
        }
        var kind = FileKind.of(bytes.read(0, HEAD), bytes.read(Math.max(0, bytes.length() - TAIL), TAIL));
        var notes = new ArrayList<Note>();
        if (kind == null) {
            if (!PictureArchive.looksLike(bytes)) {
                throw new Unreadable(
                        "type-not-accepted", 0, name, "neither PDF, picture, film nor archive of pictures");
            }
            kind = FileKind.ALBUM;
        }
        var verdict = switch (kind) {
            case PDF -> new LargeVerdict(kind, kind.contentType(), Pdf.clean(bytes, notes, target), List.of());
            case MP4 -> asIs(kind, Boxes.film(bytes), notes);
            case HEIC -> asIs(kind, Boxes.picture(bytes), notes);
            case TIFF -> asIs(kind, Directories.check(bytes), notes);
            case ALBUM -> asIs(kind, PictureArchive.check(bytes), notes);
            case JPEG, PNG, OFFICE -> small(bytes, name, notes, target);
            case OLD_OFFICE ->
                throw new Unreadable("old-office", 0, name, "may hold macros: save it as docx, xlsx, pptx or PDF");
            case PARCEL ->
                throw new Unreadable("parcel", 0, name, "the descriptor is given already: send the file itself");
        };
        FileEnding.differs(kind, name, notes);
        return verdict.withNotes(notes);
    }

    private static LargeVerdict asIs(FileKind kind, List<Note> said, List<Note> notes) {
        notes.addAll(said);
        return new LargeVerdict(kind, kind.contentType(), false, List.of());
    }

    /// What is only understood as a whole fits into memory or is refused.
    private static LargeVerdict small(LargeBytes bytes, String name, List<Note> notes, CleanedTarget target)
            throws Unreadable, IOException {
        if (bytes.length() > OtherFile.BYTES) {
            throw new Unreadable("too-large", 0, name, "of this kind at most " + OtherFile.BYTES + " bytes");
        }
        var file = OtherFile.read(bytes.read(0, (int) bytes.length()), "");
        file.notes().stream()
                .filter(note -> !note.code().equals("descriptor-missing"))
                .forEach(notes::add);
        try (var out = target.begin()) {
            out.write(file.content());
        }
        return new LargeVerdict(file.type(), file.contentType(), true, List.of());
    }
}
