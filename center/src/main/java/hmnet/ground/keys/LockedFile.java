package hmnet.ground.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A file that opens under one key of a holder (施錠ファイル). The key can be changed at any moment: the old one is
/// destroyed, and copies of the file that were made before open for nobody.
///
/// Changing it takes five steps, each whole on disk before the next. Whoever is cut off between two leaves a file that
/// opens, and it says what is left to be done: a next key that was never used, or one before that must go.
final class LockedFile {
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();
    private static final int TRIES = 5;
    private final Path file;
    private final String use;
    private final Function<KeyPlace, KeyHolder> holders;

    /// @param use what it is, in one word: no file opens as another
    LockedFile(Path file, String use, Function<KeyPlace, KeyHolder> holders) {
        this.file = file;
        this.use = use;
        this.holders = holders;
    }

    boolean exists() {
        return Files.exists(file);
    }

    Path path() {
        return file;
    }

    /// Which key opens it.
    LockedText head() {
        return LockedText.read(file);
    }

    void create(KeyPlace place, byte[] text) {
        alone(() -> {
            var holder = holders.apply(place);
            var name = holder.nextName(use);
            holder.make(name);
            write(locked(holder, name, text, null, null));
        });
    }

    /// Under a key that is there already.
    void create(KeyPlace place, String key, byte[] text) {
        alone(() -> write(locked(holders.apply(place), key, text, null, null)));
    }

    /// While its key is changed by another process it may have to be read twice.
    byte[] read() {
        for (var tries = 1; ; tries++) {
            var head = head();
            try {
                return open(head);
            } catch (UnusableKey e) {
                if (tries == TRIES || head().key().equals(head.key())) {
                    throw e;
                }
            }
        }
    }

    /// Changes the text, under the same key.
    void change(UnaryOperator<byte[]> change) {
        alone(() -> {
            var head = head();
            write(locked(
                    holders.apply(head.place()), head.key(), change.apply(open(head)), head.next(), head.before()));
        });
    }

    /// Changes the key, and the text with it. When this returns the old key is destroyed.
    ///
    /// @param holder where the new one shall lie
    void changeKey(KeyHolder holder, UnaryOperator<byte[]> change) {
        alone(() -> {
            tidyAlone();
            var head = head();
            var text = change.apply(open(head));
            var name = holder.nextName(use);
            if (holder.place() == head.place() && name.equals(head.key())) {
                throw new UnusableKey(holder.where() + " gives the same key as before");
            }
            write(head.with(new KeyName(holder.place(), name), null));
            holder.make(name);
            write(locked(holder, name, text, null, new KeyName(head.place(), head.key())));
            tidyAlone();
        });
    }

    /// Does what somebody who was cut off had left to do.
    void tidy() {
        var head = head();
        if (head.next() != null || head.before() != null || !halfWritten().isEmpty()) {
            alone(this::tidyAlone);
        }
    }

    private List<Path> halfWritten() {
        return KeyFiles.halfWritten(file);
    }

    private void tidyAlone() {
        var head = head();
        for (var gone : new KeyName[] {head.next(), head.before()}) {
            if (gone != null && !gone.equals(new KeyName(head.place(), head.key()))) {
                holders.apply(gone.place()).destroy(gone.name());
            }
        }
        if (head.next() != null || head.before() != null) {
            write(head.with(null, null));
        }
        KeyFiles.destroy(halfWritten());
    }

    private LockedText locked(
            KeyHolder holder, String name, byte[] text, @Nullable KeyName next, @Nullable KeyName before) {
        var inner = KeyWrap.random();
        return new LockedText(
                holder.place(),
                name,
                next,
                before,
                holder.wrap(name, inner, use),
                KeyWrap.wrap(KeyWrap.aes(inner), text, use));
    }

    private byte[] open(LockedText head) {
        var inner = holders.apply(head.place()).unwrap(head.key(), head.wrapped(), use);
        return KeyWrap.unwrap(KeyWrap.aes(inner), head.text(), use);
    }

    private void write(LockedText text) {
        try {
            KeyFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private void alone(Runnable work) {
        alone(() -> {
            work.run();
            return use;
        });
    }

    /// One process at a time, and in it one thread.
    private <T> T alone(Supplier<T> work) {
        IN_THIS_PROCESS.lock();
        try {
            KeyFiles.folder(KeyFiles.parent(file));
            var beside = file.resolveSibling(file.getFileName() + ".lock");
            try (var channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel is closed
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be locked", e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }
}
