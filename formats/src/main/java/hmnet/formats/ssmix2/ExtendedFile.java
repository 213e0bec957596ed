package hmnet.formats.ssmix2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Limits;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.RepairNotes;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.ExtendedPath;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import java.util.ArrayList;
import java.util.List;

/// A file of the extended storage, read (拡張ストレージのファイル): a document, a picture or a report, kept
/// as it came; vital signs as values.
final class ExtendedFile implements FacilityFile {
    private final ExtendedPath path;
    private final Sheet sheet;
    private final List<Note> notes;
    private final boolean auxiliary;
    private final boolean doubted;

    private ExtendedFile(ExtendedPath path, Sheet sheet, List<Note> notes, boolean auxiliary, boolean doubted) {
        this.doubted = doubted;
        this.path = path;
        this.sheet = sheet;
        this.notes = List.copyOf(notes);
        this.auxiliary = auxiliary;
    }

    /// @param path as much of it as is known, at least the content folder and the file
    public static ExtendedFile read(byte[] bytes, String path) throws Unreadable {
        try {
            return read(ExtendedPath.parse(path.replace('\\', '/')), bytes);
        } catch (BadStorage bad) {
            throw new Unreadable(bad.code(), 0, "", bad.detail());
        }
    }

    private static ExtendedFile read(ExtendedPath path, byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty", 0, "", path.file());
        }
        if (bytes.length > Limits.USUAL.bytes()) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        var notes = new ArrayList<Note>();
        path.repairs().forEach(repair -> notes.add(RepairNotes.note(repair, 0)));
        if (path.flag() == Flag.SUPERSEDED) {
            notes.add(Note.info("history", 0, "flag", "a newer folder took its place"));
        }
        var named = ContentType.ofName(path.file());
        var type = ContentType.of(path.file(), bytes);
        if (!named.equals(type)) {
            notes.add(Note.repair("content-differs", 0, path.file(), type.media()));
        }
        if (type.isAuxiliary()) {
            notes.add(Note.info("auxiliary", 0, path.file(), type.media()));
        }
        var told = type.isMessage()
                ? ExtendedMessage.read(path, bytes, notes)
                : new ExtendedMessage(
                        ExtendedPaper.person(bytes, path.file()),
                        List.of(ExtendedPaper.paper(path, type, bytes, notes)),
                        false);
        return new ExtendedFile(path, sheet(path, told), notes, type.isAuxiliary(), told.doubted());
    }

    private static Sheet sheet(ExtendedPath path, ExtendedMessage told) {
        boolean deletes = path.flag() == Flag.RETRACTED;
        return new Sheet(
                path.patient(),
                told.person(),
                null,
                path.sourceKey(),
                path.occurred(),
                path.occurredAt(),
                deletes,
                false,
                deletes ? List.of() : told.entries());
    }

    static boolean looksLike(String path) {
        return ExtendedPath.looksLike(path);
    }

    @Override
    public Format format() {
        return Format.SSMIX2;
    }

    @Override
    public String version() {
        return "";
    }

    /// What the document is called, such as `退院時サマリー`.
    @Override
    public String kind() {
        return path.kind().title();
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    /// None for a style sheet and the like.
    @Override
    public List<Sheet> sheets() {
        return auxiliary ? List.of() : List.of(sheet);
    }

    @Override
    public List<Sheet> doubted() {
        return doubted ? sheets() : List.of();
    }

    public ExtendedPath path() {
        return path;
    }
}
