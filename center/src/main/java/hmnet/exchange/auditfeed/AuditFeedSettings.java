package hmnet.exchange.auditfeed;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where events of the audit log are sent (監査証跡の送出の設定): `HMNET_AUDIT_FEED_…`.
///
/// @param syslog `host:port` of a repository that takes syslog over TLS (ITI-20); empty for none
/// @param fhir `https` address of the FHIR server of a repository that takes `AuditEvent` (ITI-20); empty for none
/// @param whole whether a way that is new begins with the first event of the log instead of the next
/// @param queries whether what machines asked is sent too; it names people as a rule
/// @param every how long the centre rests between two rounds
/// @param patience how long a repository may take to answer, at most a minute
/// @param again how long a repository that failed is left alone; each further time longer, at most a quarter of an hour
/// @param late after what time without being sent an event raises the alarm
/// @param messageMax bytes of a syslog message at most: a longer one is sent without its long details
@ConfigurationProperties("hmnet.audit-feed")
record AuditFeedSettings(
        @DefaultValue("") String syslog,
        @DefaultValue("") String fhir,
        @DefaultValue("false") boolean whole,
        @DefaultValue("false") boolean queries,
        @DefaultValue("5s") Duration every,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("15s") Duration again,
        @DefaultValue("2h") Duration late,
        @DefaultValue("32768") int messageMax) {
    private static final int PORT_MAX = 65_535;
    private static final int MESSAGE_MIN = 8_192;

    /// So long a turn goes on with one part of the log after another.
    static final Duration TURN = Duration.ofMinutes(1);

    private static final Duration PATIENCE_MAX = Duration.ofMinutes(1);

    AuditFeedSettings {
        if (!syslog.isEmpty() && !syslog.matches("[A-Za-z0-9.-]{1,253}:\\d{1,5}") || port(syslog) > PORT_MAX) {
            throw new IllegalArgumentException(
                    "hmnet.audit-feed.syslog is a host and a port, such as arr.example.jp:6514");
        }
        if (!fhir.isEmpty() && !isAddress(fhir)) {
            throw new IllegalArgumentException(
                    "hmnet.audit-feed.fhir is an address such as https://arr.example.jp/fhir, without ? and #");
        }
        if (patience.toMillis() < 1 || patience.compareTo(PATIENCE_MAX) > 0) {
            throw new IllegalArgumentException("hmnet.audit-feed.patience is between 1ms and " + PATIENCE_MAX);
        }
        if (messageMax < MESSAGE_MIN) {
            throw new IllegalArgumentException("hmnet.audit-feed.message-max is at least " + MESSAGE_MIN);
        }
    }

    private static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static int port(String syslog) {
        return syslog.isEmpty() ? 0 : Integer.parseInt(syslog.substring(syslog.lastIndexOf(':') + 1));
    }

    /// How long one part may be under way: reached, written, answered.
    Duration part() {
        return patience.multipliedBy(3);
    }

    /// For how long a turn is taken: longer than it lasts.
    Duration lease() {
        return TURN.plus(part()).plus(TURN);
    }

    String syslogHost() {
        return syslog.substring(0, syslog.lastIndexOf(':'));
    }

    int syslogPort() {
        return port(syslog);
    }

    /// Where a way leads, or empty.
    String target(FeedWay way) {
        return switch (way) {
            case SYSLOG -> syslog;
            case FHIR -> fhir;
        };
    }
}
