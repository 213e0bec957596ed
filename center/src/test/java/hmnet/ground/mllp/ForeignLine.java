package hmnet.ground.mllp;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.llp.LLPException;
import ca.uhn.hl7v2.llp.MinLowerLayerProtocol;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.SocketFactory;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import hmnet.ground.mtls.Issued;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/// A client that others wrote (他社製クライアント): HAPI HL7v2 over mutual TLS, which frames, sends and
/// parses by itself.
public final class ForeignLine implements AutoCloseable {
    private final DefaultHapiContext context = new DefaultHapiContext();
    private final Connection connection;

    public ForeignLine(Issued issued, X509Certificate trusted, int port) throws HL7Exception {
        context.setValidationContext(ValidationContextFactory.defaultValidation());
        context.setLowerLayerProtocol(new MinLowerLayerProtocol(true));
        context.setSocketFactory(new Tls(issued.tls(trusted)));
        connection = context.newClient("localhost", port, true);
        connection.getInitiator().setTimeout(30, TimeUnit.SECONDS);
    }

    public Message ask(String message) throws HL7Exception, LLPException, IOException {
        var parser = new PipeParser(context);
        return connection.getInitiator().sendAndReceive(parser.parse(message));
    }

    @Override
    public void close() throws IOException {
        connection.close();
        context.close();
    }

    private record Tls(SSLContext tls) implements SocketFactory {
        @Override
        public Socket createTlsSocket() throws IOException {
            return tls.getSocketFactory().createSocket();
        }

        @Override
        public Socket createSocket() throws IOException {
            throw new IOException("This line is TLS only");
        }

        @Override
        public ServerSocket createServerSocket() throws IOException {
            throw new IOException("A client only");
        }

        @Override
        public ServerSocket createTlsServerSocket() throws IOException {
            throw new IOException("A client only");
        }

        @Override
        public void configureNewAcceptedSocket(Socket accepted) {
            // Nobody is accepted.
        }
    }
}
