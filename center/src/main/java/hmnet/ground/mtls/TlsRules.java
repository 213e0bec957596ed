package hmnet.ground.mtls;

import java.security.Security;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What no TLS connection of this process may use (TLSの禁止方式; S060), in or out: set before the first
/// connection, on top of what Java forbids already.
@Configuration(proxyBeanMethods = false)
class TlsRules {
    private static final List<String> CERTIFICATES =
            List.of("MD2", "MD5", "SHA1", "RSA keySize < 2048", "DSA", "EC keySize < 256");
    private static final List<String> CONNECTIONS = List.of(
            "SSLv3",
            "TLSv1",
            "TLSv1.1",
            "RC4",
            "DES",
            "3DES_EDE_CBC",
            "MD5withRSA",
            "SHA1",
            "DH keySize < 2048",
            "RSA keySize < 2048",
            "EC keySize < 256",
            "anon",
            "NULL",
            "ECDH",
            "TLS_RSA_*");

    @Bean
    static BeanFactoryPostProcessor beforeTheFirstConnection() {
        return beans -> apply();
    }

    /// Forbids them. May be called again.
    public static void apply() {
        add("jdk.certpath.disabledAlgorithms", CERTIFICATES);
        add("jdk.tls.disabledAlgorithms", CONNECTIONS);
        System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        System.setProperty("com.sun.security.enableAIAcaIssuers", "false");
        System.setProperty("com.sun.security.enableCRLDP", "false");
    }

    private static void add(String property, List<String> forbidden) {
        var all = new LinkedHashSet<String>();
        Optional.ofNullable(Security.getProperty(property)).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .forEach(all::add);
        all.addAll(forbidden);
        Security.setProperty(property, String.join(", ", all));
    }
}
