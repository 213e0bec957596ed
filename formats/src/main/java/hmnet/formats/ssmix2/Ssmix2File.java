package hmnet.formats.ssmix2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.RepairNotes;
import hmnet.formats.hl7v2.drug.UnreadDosing;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.formats.ssmix2.storage.StoragePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A file of the standard storage among files of other formats (標準化ストレージのファイル).
final class Ssmix2File implements FacilityFile {
    private static final int STEPS = 6;
    private static final Pattern NAME = Pattern.compile(
            "[^_/]+_(?:[0-9]{8}|-)_(?:ADT|PPR|OMP|OML|OMG|OMD|RDE)(?:-[0-9]{2})?_.*", Pattern.CASE_INSENSITIVE);

    private final StorageFile file;
    private final List<Note> notes;

    Ssmix2File(StorageFile file) {
        this.file = file;
        this.notes = notes(file);
    }

    /// @param path of the file, as much of it as is known; what stands before the storage's own folders is
    ///     left aside
    public static Ssmix2File read(byte[] bytes, String path) throws Unreadable {
        try {
            return new Ssmix2File(StorageFile.read(StoragePath.parse(tail(path)), bytes));
        } catch (BadStorage bad) {
            throw new Unreadable(bad.code(), 0, "", bad.detail());
        }
    }

    /// Whether a file means to be one of the standard storage: by its name, which nothing else has.
    static boolean looksLike(String path) {
        return NAME.matcher(path.substring(path.replace('\\', '/').lastIndexOf('/') + 1))
                .matches();
    }

    /// The steps below the storage's root.
    private static String tail(String path) {
        var plain = path.replace('\\', '/');
        int from = plain.length();
        for (int steps = 0; steps < STEPS && from > 0; steps++) {
            from = plain.lastIndexOf('/', from - 1);
        }
        return plain.substring(Math.max(from, -1) + 1);
    }

    private static List<Note> notes(StorageFile file) {
        var notes = new ArrayList<Note>();
        file.repairs().forEach(repair -> notes.add(RepairNotes.note(repair, 1)));
        notes.addAll(UnreadDosing.of(file.message(), 1));
        if (file.pid3Differs()) {
            notes.add(Note.repair("pid3-differs", 0, "PID-3", "the number of the folder stands"));
        }
        if (file.name().flag() == Flag.SUPERSEDED) {
            notes.add(Note.info("history", 0, "flag", "a newer file took its place"));
        }
        return List.copyOf(notes);
    }

    @Override
    public Format format() {
        return Format.SSMIX2;
    }

    /// As MSH-21 says, such as `1.20`.
    @Override
    public String version() {
        var profile = file.message().header().text(21);
        return profile.startsWith("SS-MIX2_") ? profile.substring("SS-MIX2_".length()) : "";
    }

    /// The kind of the storage, such as `OML-11`.
    @Override
    public String kind() {
        return file.name().kind().code();
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(file.sheet());
    }

    @Override
    public List<Sheet> doubted() {
        return file.pid3Differs() ? sheets() : List.of();
    }
}
