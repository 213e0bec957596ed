package hmnet.ground.certificates;

import hmnet.ground.database.UnsafeSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a facility's machine may register itself (次の証明書の設定): `HMNET_CERTIFICATES_…`.
///
/// @param atOnce whether a next certificate of the same CA and the same subject lets in at once; `false`: each
///     waits for an operator
/// @param window how long before its certificate ends a machine may register the next one
/// @param longest how long a next certificate may be good at most, from now on
/// @param most certificates that a facility's machines registered and that neither ended nor ran out
/// @param issuer the CA's own certificate with its chain, PEM, when the centre itself is to issue next
///     certificates; empty: it issues none
/// @param issuerKey the private key to it, PEM
/// @param issued how long an issued one is good
@ConfigurationProperties("hmnet.certificates")
record RenewalSettings(
        @DefaultValue("true") boolean atOnce,
        @DefaultValue("60d") Duration window,
        @DefaultValue("825d") Duration longest,
        @DefaultValue("5") int most,
        @Nullable Path issuer,
        @Nullable Path issuerKey,
        @DefaultValue("397d") Duration issued) {
    /// The CA that the centre issues with.
    record IssuerFiles(Path certificate, Path key) {}

    Optional<IssuerFiles> issuing() {
        if (issuer == null && issuerKey == null) {
            return Optional.empty();
        }
        if (issuer == null || issuerKey == null || !Files.isReadable(issuer) || !Files.isReadable(issuerKey)) {
            throw new UnsafeSetting("hmnet.certificates.issuer and issuer-key name the CA that the centre issues with:"
                    + " set both to files that can be read, or neither.");
        }
        return Optional.of(new IssuerFiles(issuer, issuerKey));
    }
}
