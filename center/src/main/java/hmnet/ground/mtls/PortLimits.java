package hmnet.ground.mtls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLContext;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/// What each port grants to whoever connects (接続口の上限): time, size and, for machines, protocols and
/// ciphers.
public final class PortLimits {
    private static final int SLOW_MILLIS = 15_000;
    private static final int IDLE_MILLIS = 60_000;
    /// A handshake costs more than any question, so a connection lasts for very many.
    private static final int REQUESTS_A_CONNECTION = 10_000;

    private static final int HEADER_BYTES = 16 * 1024;
    /// More than a page of a sheet with all its repetitions sends: what was typed on it must not be turned away.
    private static final int FORM_FIELDS = 10_000;

    private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");
    private static final List<String> CIPHERS_OF_TLS_13 =
            List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256");
    private static final List<String> CIPHERS_OF_TLS_12 = List.of(
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private PortLimits() {}

    static void onPeople(Connector connector) {
        limit(connector);
    }

    /// Where a port listens, and for how many connections at once.
    ///
    /// @param address empty for all
    /// @param addressConnections of one address
    public record PortPlace(int port, String address, int connections, int addressConnections) {}

    static Connector machines(MtlsSettings settings, SSLContext tls) throws UnknownHostException {
        var place = new PortPlace(
                settings.port(), settings.address(), settings.connections(), settings.addressConnections());
        return tls(place, "machine-", "required", tls);
    }

    /// A port where whoever connects may show a certificate, and need not. A connection ends with its first answer,
    /// whatever that is: nobody comes in over a connection that another one's card has opened.
    ///
    /// @param threads what their names begin with
    public static Connector certificates(PortPlace place, String threads, SSLContext tls) throws UnknownHostException {
        var connector = tls(place, threads, "optional", tls);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setMaxKeepAliveRequests(1);
        }
        return connector;
    }

    private static Connector tls(PortPlace place, String threads, String certificates, SSLContext tls)
            throws UnknownHostException {
        var connector = new Connector(new Http11NioProtocol(new MachineEndpoint(place.addressConnections())));
        connector.setPort(place.port());
        connector.setScheme("https");
        connector.setSecure(true);
        limit(connector);
        var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        if (!place.address().isBlank()) {
            protocol.setAddress(InetAddress.getByName(place.address()));
        }
        protocol.setSSLEnabled(true);
        protocol.setMaxConnections(place.connections());
        protocol.setExecutor(new VirtualThreadExecutor(threads));
        connector.addSslHostConfig(host(certificates, tls));
        return connector;
    }

    /// The same protocols and ciphers for a connection that is no HTTP.
    static SSLParameters socket() {
        var parameters = new SSLParameters(
                Stream.of(CIPHERS_OF_TLS_13, CIPHERS_OF_TLS_12)
                        .flatMap(List::stream)
                        .toArray(String[]::new),
                PROTOCOLS.toArray(String[]::new));
        parameters.setUseCipherSuitesOrder(true);
        return parameters;
    }

    private static SSLHostConfig host(String certificates, SSLContext tls) {
        var host = new SSLHostConfig();
        host.setProtocols(String.join("+", PROTOCOLS));
        host.setCipherSuites(String.join(":", CIPHERS_OF_TLS_13));
        host.setCiphers(String.join(":", CIPHERS_OF_TLS_12));
        host.setHonorCipherOrder(true);
        host.setCertificateVerification(certificates);
        host.setCertificateVerificationDepth(3);
        host.setInsecureRenegotiation(false);
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(tls);
        host.addCertificate(certificate);
        return host;
    }

    private static void limit(Connector connector) {
        connector.setAllowTrace(false);
        connector.setXpoweredBy(false);
        connector.setMaxParameterCount(FORM_FIELDS);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setConnectionTimeout(SLOW_MILLIS);
            protocol.setKeepAliveTimeout(IDLE_MILLIS);
            protocol.setMaxKeepAliveRequests(REQUESTS_A_CONNECTION);
            protocol.setMaxHttpHeaderSize(HEADER_BYTES);
        }
    }
}
