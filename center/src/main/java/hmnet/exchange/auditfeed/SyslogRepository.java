package hmnet.exchange.auditfeed;

import hmnet.exchange.balp.AuditNames;
import hmnet.exchange.balp.ReportedEvent;
import hmnet.ground.logs.ExceptionWords;
import hmnet.ground.mtls.MachineSockets;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.springframework.stereotype.Component;

/// Syslog over TLS (ITI-20; RFC 5425). Syslog acknowledges nothing, so each part of the log has a connection of its own, which we
/// close first: a receiver must answer that with a `close_notify` of its own (RFC 5425 §4.4), and can do so only after it has
/// read all that came before. Without that answer nothing of the part counts as sent.
@Component
class SyslogRepository implements AuditRepository {
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

    /// A connection that is only cut ends in an exception here.
    private static void awaitEnd(SSLSocket socket) throws IOException {
        socket.shutdownOutput();
        if (socket.getInputStream().read() >= 0) {
            throw new IOException("the repository answers, which syslog does not");
        }
    }
}
