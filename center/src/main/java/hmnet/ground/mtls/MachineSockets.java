package hmnet.ground.mtls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.springframework.stereotype.Component;

/// TLS for conversations with machines beside their own connector (電文用のTLS): the same certificates, lists,
/// protocols and ciphers as the machines' connector, in and out.
@Component
public class MachineSockets {
    private final MachineConnector connector;

    MachineSockets(MachineConnector connector) {
        this.connector = connector;
    }

    /// Whether certificate, key, CA and lists are set, so that machines can be spoken with at all.
    public boolean ready() {
        return connector.tls().isPresent();
    }

    /// The centre's side of a connection that a machine has made. The handshake, which lets in whom the
    /// connector lets in, is still to come.
    public SSLSocket answering(Socket connected) throws IOException {
        return tls().answering(connected);
    }

    /// Calls a machine, with the centre's own certificate. Its certificate is for servers, in its host's
    /// name, under a facility CA and on no revocation list.
    public SSLSocket call(String host, int port, Duration patience) throws IOException {
        var millis = Math.toIntExact(patience.toMillis());
        var connected = new Socket();
        try {
            connected.connect(new InetSocketAddress(host, port), millis);
            connected.setSoTimeout(millis);
            var socket = tls().calling(connected, host, port);
            socket.startHandshake();
            return socket;
        } catch (IOException | RuntimeException e) {
            connected.close();
            throw e;
        }
    }

    /// Calls machines by HTTP, under the same rules. No redirect leads it elsewhere.
    public HttpClient client(Duration patience) {
        return HttpClient.newBuilder()
                .sslContext(tls().calling())
                .sslParameters(PortLimits.socket())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    private MachineTls tls() {
        return connector
                .tls()
                .orElseThrow(() -> new IllegalStateException("No certificate of the centre is set (hmnet.mtls)"));
    }
}
