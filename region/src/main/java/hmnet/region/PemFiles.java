package hmnet.region;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;

/// Keys and certificates as files (PEMファイル) that only their owner may read.
final class PemFiles {
    private PemFiles() {}

    static void privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /// A certificate, a revocation list or a key, the last as PKCS#8. Replaces the old file at once and whole.
    static void write(Path file, Object item) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(item instanceof PrivateKey key ? new PemObject("PRIVATE KEY", key.getEncoded()) : item);
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, text.toString());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static <T> T read(Path file, Class<T> kind) throws IOException {
        try (Reader in = Files.newBufferedReader(file);
                var pem = new PEMParser(in)) {
            var found = pem.readObject();
            if (!kind.isInstance(found)) {
                throw new IOException(file + " holds no " + kind.getSimpleName());
            }
            return kind.cast(found);
        }
    }

    static PrivateKeyInfo readKey(Path file) throws IOException {
        return read(file, PrivateKeyInfo.class);
    }
}
