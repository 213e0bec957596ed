package hmnet.ground.mtls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// The centre's side of a TLS connection with a machine (相互TLSの接続), whoever called whom.
final class MachineTls extends PortTls {
    private final FacilityTrust trust;

    MachineTls(MtlsSettings settings, FacilityTrust trust) throws GeneralSecurityException, IOException {
        super(settings.certificateFile(), settings.keyFile(), trust);
        this.trust = trust;
    }

    /// The centre's side of a connection that a machine has made; its handshake is still to come.
    SSLSocket answering(Socket connected) throws IOException {
        try {
            var socket = (SSLSocket) context().getSocketFactory().createSocket(connected, null, true);
            var parameters = PortLimits.socket();
            parameters.setNeedClientAuth(true);
            socket.setUseClientMode(false);
            socket.setSSLParameters(parameters);
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A context that could be made at the start cannot be made now", e);
        }
    }

    /// The centre's side of a connection that it has made to a machine of this name.
    SSLSocket calling(Socket connected, String host, int port) throws IOException {
        try {
            var socket = (SSLSocket)
                    context(new CalledTrust(trust)).getSocketFactory().createSocket(connected, host, port, true);
            var parameters = PortLimits.socket();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A context that could be made at the start cannot be made now", e);
        }
    }

    /// For calls to machines; whoever makes the connection compares the host's name.
    SSLContext calling() {
        try {
            return context(new CalledTrust(trust));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A context that could be made at the start cannot be made now", e);
        }
    }
}
