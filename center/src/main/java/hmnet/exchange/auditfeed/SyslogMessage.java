package hmnet.exchange.auditfeed;

import hmnet.exchange.balp.AuditNames;
import hmnet.exchange.balp.EventVerdict;
import hmnet.exchange.balp.ReportedEvent;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// An event as a syslog message (RFC 5424; ITI-20 §3.20.4): a header of our own words alone, then XML. Nothing of an
/// event stands in the header but its time.
final class SyslogMessage {
    /// Facility 10, security and authorization.
    private static final int SECURITY = 10 * 8;

    private static final int NOTICE = 5;
    private static final int WARNING = 4;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String MARK = "\uFEFF";

    private SyslogMessage() {}

    /// At most so long: a longer one goes without what makes it long.
    static byte[] of(ReportedEvent event, AuditNames names, int most) {
        var whole = bytes(event, names);
        return whole.length <= most ? whole : bytes(event.shortened(whole.length), names);
    }

    private static byte[] bytes(ReportedEvent event, AuditNames names) {
        var severity = event.verdict() == EventVerdict.SUCCESS ? NOTICE : WARNING;
        return "<%d>1 %s %s hmnet %d IHE+RFC-3881 - %s<?xml version=\"1.0\" encoding=\"UTF-8\"?>%s"
                .formatted(
                        SECURITY + severity,
                        TIME.format(event.at()),
                        names.host().replaceAll("[^!-~]", "-"),
                        ProcessHandle.current().pid(),
                        MARK,
                        DicomMessage.of(event, names))
                .getBytes(StandardCharsets.UTF_8);
    }
}
