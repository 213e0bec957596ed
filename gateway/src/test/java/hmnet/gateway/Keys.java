package hmnet.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A key pair with its self-signed certificate as PEM files, made by the JDK's own `keytool`.
public record Keys(Path certificate, Path key) {
    public static Keys make(Path folder, String name, String algorithm) throws Exception {
        return make(folder, name, algorithm, "-validity", "2");
    }

    /// @param times `-startdate` and `-validity` as `keytool` takes them
    public static Keys make(Path folder, String name, String algorithm, String... times) throws Exception {
        var store = folder.resolve(name + ".p12");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret",
                "-keystore",
                store.toString()));
        command.addAll(List.of(times));
        var made = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(made.getInputStream().readAllBytes(), UTF_8);
        if (made.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return written(folder, name, store);
    }

    private static Keys written(Path folder, String name, Path store) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        var certificate = pem(
                folder.resolve(name + ".crt"),
                "CERTIFICATE",
                keys.getCertificate("own").getEncoded());
        var key = pem(
                folder.resolve(name + ".key"),
                "PRIVATE KEY",
                keys.getKey("own", "secret".toCharArray()).getEncoded());
        return new Keys(certificate, key);
    }

    private static Path pem(Path file, String kind, byte[] der) throws IOException {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
