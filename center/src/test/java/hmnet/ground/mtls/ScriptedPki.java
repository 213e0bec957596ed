package hmnet.ground.mtls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The CAs and certificates of `../shared/tools/testpki.sh`, hostile ones among them (試験用PKI一式). It needs the shared
/// folder and openssl.
///
/// @param folder where the script put them
public record ScriptedPki(Path folder) {
    private static final int SECONDS_MOST = 120;

    /// @param policy of its HPKI authentication certificates
    public static ScriptedPki build(Path folder, String policy) {
        run(folder, Map.of("TESTPKI_POL_HPKI_AUTH", policy), "build", folder.toString());
        return new ScriptedPki(folder);
    }

    public Issued issued(String name) {
        var stem = folder.resolve("certs").resolve(name);
        try {
            return new Issued(Pem.certificates(Path.of(stem + ".crt")).getFirst(), Pem.key(Path.of(stem + ".key")));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }

    public Path caFile(String ca) {
        return folder.resolve("stores").resolve(ca + "-ca.pem");
    }

    public Path listFile(String ca) {
        return folder.resolve("crl").resolve(ca + ".crl.pem");
    }

    public X509Certificate ca(String name) {
        try {
            return Pem.certificates(caFile(name)).getFirst();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its CA writes a new list.
    public void revoke(String name) {
        run(folder, Map.of(), "revoke", folder.toString(), name);
    }

    private static void run(Path folder, Map<String, String> variables, String... words) {
        var script = Path.of(System.getenv("HMNET_SHARED"), "tools", "testpki.sh");
        var log = folder.resolveSibling(folder.getFileName() + "-" + words[0] + ".log");
        var command = Stream.concat(Stream.of("bash", script.toString()), Stream.of(words))
                .toList();
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(variables);
            var process = builder.start();
            if (!process.waitFor(SECONDS_MOST, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + ": " + text(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
