package hmnet.ground.mtls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The names in a server's certificate (証明書のホスト名; RFC 6125): what a caller that compares them may have called it by.
record CertificateNames(Set<String> whole, Set<String> domains) {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final String ANY = "*.";

    static CertificateNames of(X509Certificate certificate) throws CertificateParsingException {
        var whole = new HashSet<String>();
        var domains = new HashSet<String>();
        for (var name :
                Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of())) {
            if (!(name.get(1) instanceof String text)) {
                continue;
            }
            var small = text.toLowerCase(Locale.ROOT);
            if (name.get(0).equals(DNS) && small.startsWith(ANY)) {
                domains.add(small.substring(1));
            } else if (name.get(0).equals(DNS)) {
                whole.add(small);
            } else if (name.get(0).equals(ADDRESS)) {
                whole.add(InetAddress.ofLiteral(small).getHostAddress());
            }
        }
        return new CertificateNames(Set.copyOf(whole), Set.copyOf(domains));
    }

    /// @param name in small letters; an IPv6 address in brackets, as in a Host header
    boolean hold(String name) {
        var dot = name.indexOf('.');
        return whole.contains(name.startsWith("[") ? address(name) : name)
                || dot > 0 && domains.contains(name.substring(dot));
    }

    private static String address(String bracketed) {
        try {
            return InetAddress.ofLiteral(bracketed.substring(1, bracketed.length() - 1))
                    .getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return bracketed;
        }
    }
}
