package hmnet.exchange.auditfeed;

import hmnet.exchange.balp.AuditNames;
import hmnet.exchange.balp.ReportedEvent;
import hmnet.ground.logs.ExceptionWords;
import hmnet.ground.mtls.MachineSockets;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.springframework.stereotype.Component;

/// Syslog over TLS (ITI-20; RFC 5425). Syslog acknowledges nothing, so each part of the log has a connection of its
/// own, which we end first (RFC 5425 §4.4). A receiver that ends its side too has read all that came before; one that
/// breaks off, or stays silent, has not for certain, and nothing of the part counts as sent.
///
/// Java cannot tell the end of TLS from the end of TCP, and rsyslog sends the latter only. So whoever sits on the line
/// could swallow a part and feign its end; the numbers of the events (`leaf`) have a gap then.
@Component
class SyslogRepository implements AuditRepository {
    private static final String ANSWERS = "the repository answers, which syslog does not";

    /// Longer than a way there and back, so that an end that is under way is seen.
    private static final int SILENCE_MILLIS = 300;

    private final MachineSockets sockets;
    private final AuditNames names;
    private final AuditFeedSettings settings;

    SyslogRepository(MachineSockets sockets, AuditNames names, AuditFeedSettings settings) {
        this.sockets = sockets;
        this.names = names;
        this.settings = settings;
    }

    @Override
    public FeedWay way() {
        return FeedWay.SYSLOG;
    }

    @Override
    public FeedDelivery send(List<ReportedEvent> events) {
        try (var socket = sockets.call(settings.syslogHost(), settings.syslogPort(), settings.patience())) {
            write(socket, events);
            awaitEnd(socket);
            return new FeedDelivery(events.size(), "");
        } catch (IOException e) {
            return new FeedDelivery(0, ExceptionWords.of(e));
        }
    }

    /// Each message behind its length (RFC 5425 §4.3).
    private void write(SSLSocket socket, List<ReportedEvent> events) throws IOException {
        var out = new BufferedOutputStream(socket.getOutputStream());
        for (var event : events) {
            var message = SyslogMessage.of(event, names, settings.messageMax());
            out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
            out.write(message);
        }
        out.flush();
    }

    /// A connection that is broken off ends in an exception here. One that the repository ended before we did says
    /// nothing of what it had read, so its silence is waited for first.
    private static void awaitEnd(SSLSocket socket) throws IOException {
        var patience = socket.getSoTimeout();
        socket.setSoTimeout(SILENCE_MILLIS);
        try {
            if (socket.getInputStream().read() < 0) {
                throw new IOException("the repository ended the connection before all was sent");
            }
            throw new IOException(ANSWERS);
        } catch (SocketTimeoutException silence) {
            socket.setSoTimeout(patience);
        }
        socket.shutdownOutput();
        if (socket.getInputStream().read() >= 0) {
            throw new IOException(ANSWERS);
        }
    }
}
