package hmnet.ground.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// The secrets of one data folder (秘密情報): the root secret, from which every other key is derived. It stands in
/// `secrets/root.key` under the master key, which does nothing else: a new master key changes no other key.
public final class Secrets {
    private static final String ROOT = "root";
    private static final String MASTER = "master";

    /// Said of a root that was itself the master key of a folder once.
    private static final String WAS_MASTER = " was-master";

    private final Keys keys;

    private Secrets(Keys keys) {
        this.keys = keys;
    }

    /// As the environment says where keys lie; made where the folder holds no database.
    public static Secrets in(Path dataFolder) {
        return in(dataFolder, KeySettings.of(System.getenv()), !holdsDatabase(dataFolder));
    }

    /// Whether the embedded database of a folder is there.
    public static boolean holdsDatabase(Path dataFolder) {
        return Files.exists(dataFolder.resolve("postgresql").resolve("cluster").resolve("PG_VERSION"));
    }

    /// @param mayMake nothing is sealed yet: keys that are missing are made. Else they are never made anew
    public static Secrets in(Path dataFolder, KeySettings settings, boolean mayMake) {
        var file = file(dataFolder, settings);
        if (!file.exists()) {
            first(dataFolder, settings, file, mayMake);
        }
        var text = new String(file.read(), StandardCharsets.UTF_8);
        file.tidy();
        return new Secrets(new Keys(HexFormat.of().parseHex(text.substring(0, 2 * KeyWrap.KEY))));
    }

    private static void first(Path dataFolder, KeySettings settings, LockedFile file, boolean mayMake) {
        var before = new FileKeyHolder(folder(dataFolder, settings));
        if (Files.exists(before.file(MASTER))) {
            var root = HexFormat.of().formatHex(before.read(MASTER)) + WAS_MASTER;
            file.create(KeyPlace.FILE, MASTER, root.getBytes(StandardCharsets.UTF_8));
        } else if (mayMake) {
            var root = HexFormat.of().formatHex(KeyWrap.random());
            file.create(KeyPlace.of(settings.master()), root.getBytes(StandardCharsets.UTF_8));
        } else {
            throw new UnusableKey("The database holds data, and " + file.path() + " is missing: without it nothing of "
                    + "them opens, and none is made anew. Put back the folder "
                    + file.path().getParent()
                    + " as it was.");
        }
    }

    /// A new master key. The old one opens nothing when this returns.
    ///
    /// @param next where it shall lie
    public static void rotate(Path dataFolder, KeySettings settings, KeySettings next) {
        var holders = new KeyHolders(next, folder(dataFolder, next));
        file(dataFolder, settings).changeKey(holders.at(KeyPlace.of(next.master())), text -> text);
    }

    /// The master key in words: where it lies and how it is called.
    public static String master(Path dataFolder, KeySettings settings) {
        var file = file(dataFolder, settings);
        var head = file.head();
        var wasMaster = new String(file.read(), StandardCharsets.UTF_8).endsWith(WAS_MASTER);
        return head.place().word() + " " + head.key()
                + (wasMaster
                        ? " (what it wraps was itself the master key once: destroy copies of that master.key)"
                        : "");
    }

    public Keys keys() {
        return keys;
    }

    /// The password of a database account of the embedded server: 128 bits in hex.
    public String password(String account) {
        return HexFormat.of().formatHex(keys.derive("database password of " + account), 0, 16);
    }

    private static LockedFile file(Path dataFolder, KeySettings settings) {
        var holders = new KeyHolders(settings, folder(dataFolder, settings));
        return new LockedFile(dataFolder.resolve("secrets").resolve(ROOT + ".key"), MASTER, holders::at);
    }

    private static Path folder(Path dataFolder, KeySettings settings) {
        return settings.masterFolder().isBlank() ? dataFolder.resolve("secrets") : Path.of(settings.masterFolder());
    }
}
