package hmnet.ground.keys;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ring of keys that stand outside the database (鍵束): each wraps one data key, and destroying it erases what was
/// sealed under that, in the database, its log and every backup.
///
/// It is a file that opens under a key of its own. Destroying some of its keys writes the file anew, without them and
/// under another key, and destroys the key of before: copies of the ring open no more. A key that was destroyed leaves
/// its name.
public final class KeyRing {
    private static final String ERASED = "erased";

    private final LockedFile file;
    private final KeyHolders holders;
    private final KeySettings settings;
    private @Nullable RingKeys known;

    private KeyRing(Path file, KeyHolders holders, KeySettings settings) {
        this.file = new LockedFile(file, "ring", holders::at);
        this.holders = holders;
        this.settings = settings;
    }

    public static KeyRing in(Path dataFolder, KeySettings settings) {
        if (KeyPlace.of(settings.ring()) == KeyPlace.COMMAND) {
            throw new UnusableKey("The key of the ring must be destroyed where it lies: file or pkcs11, not a command");
        }
        var folder = settings.ringFolder().isBlank() ? dataFolder.resolve("ring") : Path.of(settings.ringFolder());
        return new KeyRing(folder.resolve("ring.keys"), new KeyHolders(settings, folder), settings);
    }

    public boolean exists() {
        return file.exists();
    }

    public Path path() {
        return file.path();
    }

    /// A first one, empty.
    void create() {
        file.create(KeyPlace.of(settings.ring()), bytes(Map.of(id(UUID.randomUUID()), "")));
    }

    /// Which ring it is: a database knows its own.
    public UUID id() {
        return keys().id();
    }

    /// In words: where its key lies and how that is called.
    public String key() {
        var head = file.head();
        return head.place().word() + " " + head.key();
    }

    /// So many new keys, each with a tree. They are on disk when this returns.
    public List<UUID> make(int count) {
        return make(count, true);
    }

    /// The same for what was sealed before keys had leaves.
    public List<UUID> makeWithoutLeaves(int count) {
        return make(count, false);
    }

    private List<UUID> make(int count, boolean growing) {
        var made = new ArrayList<UUID>();
        file.change(text -> {
            var lines = lines(text);
            for (var n = 0; n < count; n++) {
                var key = UUID.randomUUID();
                lines.put(key.toString(), growing ? RingKey.fresh() : RingKey.withoutTree());
                made.add(key);
            }
            return bytes(lines);
        });
        return List.copyOf(made);
    }

    /// Destroys keys for ever. When this returns no copy of the ring opens any more.
    public void destroy(Collection<UUID> keys) {
        destroy(keys, List.of());
    }

    /// Destroys whole keys, and single leaves of others.
    public void destroy(Collection<UUID> keys, Collection<KeyLeaf> leaves) {
        file.changeKey(holders.at(KeyPlace.of(settings.ring())), text -> {
            var lines = lines(text);
            leaves.stream()
                    .collect(groupingBy(KeyLeaf::key, mapping(KeyLeaf::leaf, toList())))
                    .forEach((key, gone) -> lines.computeIfPresent(
                            key.toString(),
                            (name, line) -> line.equals(ERASED)
                                    ? line
                                    : RingKey.of(line).without(gone)));
            keys.forEach(key -> lines.put(key.toString(), ERASED));
            return bytes(lines);
        });
    }

    /// One leaf of the tree of a key (鍵の葉).
    public record KeyLeaf(UUID key, int leaf) {}

    /// The tree of a key; empty for one that was made before keys had trees.
    ///
    /// @throws ErasedKey when the key was destroyed
    public Optional<KeyTree> tree(UUID key) {
        return RingKey.of(line(key)).tree();
    }

    /// Does what somebody who was cut off had left to do.
    void tidy() {
        file.tidy();
    }

    public boolean destroyed(UUID key) {
        return ERASED.equals(keys().lines().get(key.toString()));
    }

    /// Whether it is or was one of this ring's.
    public boolean knows(UUID key) {
        return keys().lines().containsKey(key.toString());
    }

    public boolean holds(UUID key) {
        return knows(key) && !destroyed(key);
    }

    public byte[] wrap(UUID key, byte[] text) {
        return KeyWrap.wrap(KeyWrap.aes(key(key)), text, "data key " + key);
    }

    /// @throws ErasedKey when the key was destroyed
    public byte[] unwrap(UUID key, byte[] wrapped) {
        return KeyWrap.unwrap(KeyWrap.aes(key(key)), wrapped, "data key " + key);
    }

    private byte[] key(UUID key) {
        return RingKey.of(line(key)).wrapping();
    }

    private String line(UUID key) {
        var line = keys().lines().get(key.toString());
        if (line == null) {
            throw new UnusableKey("The ring " + file.path() + " has no key " + key
                    + ": it is older than the database. Put back the newest copy of the ring.");
        }
        if (line.equals(ERASED)) {
            throw new ErasedKey("What the key " + key + " opened");
        }
        return line;
    }

    /// Read again when the file was written: another process may have destroyed keys.
    private synchronized RingKeys keys() {
        try {
            var state = Files.readAttributes(file.path(), BasicFileAttributes.class);
            var stamp = state.lastModifiedTime() + " " + state.size() + " " + state.fileKey();
            var last = known;
            if (last == null || !last.stamp().equals(stamp)) {
                last = RingKeys.of(stamp, lines(file.read()));
                known = last;
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("The ring " + file.path() + " cannot be read", e);
        }
    }

    private static String id(UUID id) {
        return "id:" + id;
    }

    private static Map<String, String> lines(byte[] text) {
        var lines = new LinkedHashMap<String, String>();
        new String(text, StandardCharsets.UTF_8).lines().forEach(line -> {
            var pair = line.split(" ", 2);
            lines.put(pair[0], pair.length < 2 ? "" : pair[1]);
        });
        return lines;
    }

    private static byte[] bytes(Map<String, String> lines) {
        var text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key).append(' ').append(value).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What the ring's file said when it was written last.
    private record RingKeys(String stamp, UUID id, Map<String, String> lines) {
        static RingKeys of(String stamp, Map<String, String> lines) {
            var id = lines.keySet().stream()
                    .filter(line -> line.startsWith("id:"))
                    .findFirst()
                    .orElseThrow(() -> new UnusableKey("A ring says which one it is"));
            return new RingKeys(stamp, UUID.fromString(id.substring(3)), lines);
        }
    }
}
