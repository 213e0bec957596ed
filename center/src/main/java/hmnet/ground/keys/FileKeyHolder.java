package hmnet.ground.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/// Keys in files of one folder (ファイルの鍵), 32 bytes in hex each: `master-1a2b3c4d.key`.
final class FileKeyHolder implements KeyHolder {
    private final Path folder;

    FileKeyHolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public KeyPlace place() {
        return KeyPlace.FILE;
    }

    @Override
    public void make(String name) {
        try {
            KeyFiles.write(file(name), HexFormat.of().formatHex(KeyWrap.random()));
        } catch (IOException e) {
            throw new UncheckedIOException("A key cannot be written into " + folder, e);
        }
    }

    @Override
    public byte[] wrap(String name, byte[] text, String about) {
        return KeyWrap.wrap(key(name), text, about);
    }

    @Override
    public byte[] unwrap(String name, byte[] wrapped, String about) {
        return KeyWrap.unwrap(key(name), wrapped, about);
    }

    @Override
    public void destroy(String name) {
        try {
            KeyFiles.destroy(file(name));
            KeyFiles.destroy(KeyFiles.halfWritten(file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file(name) + " could not be destroyed", e);
        }
    }

    @Override
    public String where() {
        return folder.toString();
    }

    /// Its bytes.
    byte[] read(String name) {
        try {
            var key = HexFormat.of().parseHex(KeyFiles.readPrivate(file(name)).strip());
            if (key.length == KeyWrap.KEY) {
                return key;
            }
        } catch (NoSuchFileException e) {
            throw new UnusableKey("There is no key " + file(name), e);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new UnusableKey(file(name) + " is no key: 32 bytes in hex were expected", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file(name) + " cannot be read", e);
        }
        throw new UnusableKey(file(name) + " is no key: 32 bytes in hex were expected");
    }

    Path file(String name) {
        return folder.resolve(name + ".key");
    }

    private SecretKey key(String name) {
        return KeyWrap.aes(read(name));
    }
}
