package hmnet.ground.mtls;

import hmnet.ground.database.UnsafeSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the machines' connector listens and whom it trusts (相互TLSの設定): `HMNET_MTLS_…`. With no file
/// named there is no such connector.
///
/// @param port port for facilities' machines; without the four files below there is none
/// @param address of that port; empty for all
/// @param certificate the centre's own certificate with its chain, PEM. This file and the three below are read again
///     when they change, without a restart
/// @param key the private key to it, PEM
/// @param ca CAs of facilities' certificates, PEM
/// @param crl a revocation list of each of them, PEM or DER, or its parts (issuing distribution points). A list
///     past its next update lets nobody in
/// @param connections connections at once
/// @param addressConnections connections at once of one address
/// @param demonstration whether the CA of a demonstration may stand there, whose key lies beside it: for `demo` alone
@ConfigurationProperties("hmnet.mtls")
record MtlsSettings(
        @DefaultValue("8443") int port,
        @DefaultValue("") String address,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable Path ca,
        @DefaultValue List<Path> crl,
        @DefaultValue("1000") int connections,
        @DefaultValue("300") int addressConnections,
        @DefaultValue("false") boolean demonstration) {
    private static final String DEMONSTRATION = "hmnet demonstration CA";

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

    List<X509Certificate> cas() throws IOException, CertificateException {
        var trusted = Pem.certificates(caFile());
        if (!demonstration && trusted.stream().anyMatch(MtlsSettings::ofDemonstration)) {
            throw new UnsafeSetting("hmnet.mtls.ca trusts the CA of a demonstration, whose key is no secret.");
        }
        return trusted;
    }

    private static boolean ofDemonstration(X509Certificate authority) {
        return authority.getSubjectX500Principal().getName().contains(DEMONSTRATION);
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
