package hmnet.ground.personcertificates;

import hmnet.ground.database.UnsafeSetting;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where people show certificates, and of which CAs (利用者の証明書の設定): `HMNET_PERSONCERTIFICATES_…`.
///
/// @param port where browsers show a certificate; without the files below there is none
/// @param address of that port; empty for all
/// @param url how browsers reach that port, `https://name:8444`, under the same name as `HMNET_URL`; empty where that
///     name and the port say it
/// @param certificate the port's own certificate with its chain, PEM, in the name of `HMNET_URL`. This file and those
///     below are read again when they change
/// @param key the private key to it, PEM
/// @param hpkiCa the CAs that issue HPKI authentication certificates to persons, PEM; no card is taken without
/// @param hpkiCrl a revocation list of each of them, PEM or DER, or its parts. A list past its next update lets nobody
///     in
/// @param hpkiPolicies the certificate policies of HPKI authentication certificates, one of which a card must name
/// @param facilityCa CAs that issue certificates to devices of facilities at which people work, PEM; no device is taken
///     without
/// @param facilityCrl a revocation list of each of them, as above
/// @param connections connections at once
/// @param addressConnections connections at once of one address
@ConfigurationProperties("hmnet.personcertificates")
public record PersonCertificateSettings(
        @DefaultValue("8444") int port,
        @DefaultValue("") String address,
        @DefaultValue("") String url,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable Path hpkiCa,
        @DefaultValue List<Path> hpkiCrl,
        @DefaultValue("1.2.392.100495.1.5.1.2.3.1") List<String> hpkiPolicies,
        @Nullable Path facilityCa,
        @DefaultValue List<Path> facilityCrl,
        @DefaultValue("400") int connections,
        @DefaultValue("100") int addressConnections) {
    /// Of signature certificates and, in the same branch, of tests.
    private static final String SIGNATURE_POLICIES = "1.2.392.100495.1.5.1.1.";

    boolean absent() {
        return certificate == null
                && key == null
                && hpkiCa == null
                && facilityCa == null
                && hpkiCrl.isEmpty()
                && facilityCrl.isEmpty();
    }

    /// Both or nothing: no CA counts without a list.
    ///
    /// @throws UnsafeSetting where one is set without the other, or cannot be read
    void demandWhole() {
        readable(certificate, "certificate");
        readable(key, "key");
        if (hpkiCa == null && facilityCa == null) {
            throw new UnsafeSetting("hmnet.personcertificates names no CA: set hpki-ca, facility-ca or both.");
        }
        demandLists(hpkiCa, hpkiCrl, "hpki");
        demandLists(facilityCa, facilityCrl, "facility");
        if (hpkiCa != null && hpkiPolicies.stream().allMatch(String::isBlank)) {
            throw new UnsafeSetting("hmnet.personcertificates.hpki-policies is empty: no card could be judged by it.");
        }
        if (hpkiPolicies.stream().anyMatch(policy -> policy.strip().startsWith(SIGNATURE_POLICIES))) {
            throw new UnsafeSetting("hmnet.personcertificates.hpki-policies names a policy of signature or test "
                    + "certificates (" + SIGNATURE_POLICIES + "…), which sign nobody in.");
        }
        if (!url.isEmpty() && !"https".equals(URI.create(url).getScheme())) {
            throw new UnsafeSetting("hmnet.personcertificates.url is no https address: " + url);
        }
    }

    private static void demandLists(@Nullable Path ca, List<Path> lists, String name) {
        if (ca == null && lists.isEmpty()) {
            return;
        }
        readable(ca, name + "-ca");
        if (lists.isEmpty()) {
            throw new UnsafeSetting("hmnet.personcertificates." + name
                    + "-crl is not set: without a revocation list no certificate can be let in.");
        }
        lists.forEach(list -> readable(list, name + "-crl"));
    }

    static Path readable(@Nullable Path file, String name) {
        if (file == null || !Files.isReadable(file)) {
            throw new UnsafeSetting("hmnet.personcertificates." + name + " names no file that can be read"
                    + (file == null ? "." : ": " + file));
        }
        return file;
    }
}
