package hmnet.mtls;

import hmnet.database.UnsafeSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the machines' connector listens and whom it trusts (相互TLSの設定): `HMNET_MTLS_…`. With no file named there is
/// no such connector.
///
/// @param certificate the centre's own certificate and its chain, PEM
/// @param key the private key to it, PEM
/// @param ca the facility CAs that are trusted, PEM
/// @param crl a revocation list of each of them, PEM or DER
@ConfigurationProperties("hmnet.mtls")
record MtlsSettings(
        @DefaultValue("8443") int port,
        @DefaultValue("") String address,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable Path ca,
        @DefaultValue List<Path> crl,
        @DefaultValue("1000") int connections) {
    boolean absent() {
        return files().allMatch(Objects::isNull) && crl.isEmpty();
    }

    Path certificateFile() {
        return demanded(certificate, "certificate");
    }

    Path keyFile() {
        return demanded(key, "key");
    }

    Path caFile() {
        return demanded(ca, "ca");
    }

    List<Path> crlFiles() {
        if (crl.isEmpty()) {
            throw new UnsafeSetting(
                    "hmnet.mtls.crl is not set: without a revocation list no certificate can be let in.");
        }
        crl.forEach(file -> demanded(file, "crl"));
        return crl;
    }

    private Stream<@Nullable Path> files() {
        return Stream.<@Nullable Path>of(certificate, key, ca);
    }

    private static Path demanded(@Nullable Path file, String name) {
        if (file == null) {
            throw new UnsafeSetting("hmnet.mtls." + name + " is not set, though other settings of that connector are.");
        }
        if (!Files.isReadable(file)) {
            throw new UnsafeSetting("hmnet.mtls." + name + " names a file that cannot be read: " + file);
        }
        return file;
    }
}
