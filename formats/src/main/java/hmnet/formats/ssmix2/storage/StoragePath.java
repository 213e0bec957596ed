package hmnet.formats.ssmix2.storage;

import hmnet.formats.base.hl7.Message.Repair;
import java.util.ArrayList;
import java.util.List;

/// A path inside a storage tree that is safe and means something (標準化ストレージ内のパス).
///
/// A storage root may stand before it (institution number, volume). Following symbolic links is the caller's
/// to forbid.
public final class StoragePath {
    private static final int LONGEST = 512;

    private final StorageName name;
    private final String text;
    private final List<Repair> repairs;

    private StoragePath(StorageName name, String text, List<Repair> repairs) {
        this.name = name;
        this.text = text;
        this.repairs = repairs;
    }

    public static StoragePath parse(String relativePath) throws BadStorage {
        checkSafe(relativePath);
        var steps = relativePath.split("/", -1);
        for (var step : steps) {
            if (step.isEmpty() || step.equals(".") || step.equals("..")) {
                throw new BadStorage("path", "a step is empty or leads elsewhere");
            }
        }
        var name = StorageName.parse(steps[steps.length - 1]);
        return new StoragePath(name, relativePath, compare(steps, name));
    }

    private static void checkSafe(String path) throws BadStorage {
        if (path.isEmpty() || path.length() > LONGEST) {
            throw new BadStorage("path", path.length() + " characters");
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c > '~' || c == '\\' || c == ':') {
                throw new BadStorage("path", "character U+%04X".formatted((int) c));
            }
        }
    }

    /// A file in the folder of another patient is refused: nobody can say whose it is. Other folders are put
    /// right.
    private static List<Repair> compare(String[] steps, StorageName name) throws BadStorage {
        var expected = name.path().split("/", -1);
        var repairs = new ArrayList<Repair>();
        for (int back = 2; back <= expected.length && back <= steps.length; back++) {
            var found = steps[steps.length - back];
            var wanted = expected[expected.length - back];
            if (!found.equals(wanted) && back == 4) {
                throw new BadStorage("patient-differs", "folder and file name name different patients");
            } else if (!found.equals(wanted)) {
                repairs.add(new Repair("folder-differs", "path", "folder " + found + " instead of " + wanted));
            }
        }
        if (steps.length > 1 && steps.length < expected.length) {
            repairs.add(new Repair("folder-missing", "path", steps.length + " steps"));
        }
        return List.copyOf(repairs);
    }

    public StorageName name() {
        return name;
    }

    public List<Repair> repairs() {
        return repairs;
    }

    @Override
    public String toString() {
        return text;
    }
}
