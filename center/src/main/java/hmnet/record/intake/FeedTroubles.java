package hmnet.record.intake;

import hmnet.ground.design.Messages;
import hmnet.record.intake.GatewayHealths.GatewayReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is wrong with a facility's sending (送信の不調): a rule over its last arrival and its gateway's last
/// report.
final class FeedTroubles {
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    /// As on the chart.
    private static final Duration SILENT = Duration.ofDays(3);

    private static final Duration UNREPORTED = Duration.ofHours(1);
    private static final Duration WAITING = Duration.ofHours(1);
    private static final Duration CERTIFICATE = Duration.ofDays(30);
    private static final Set<String> ALARMS = Set.of(
            "spool-full",
            "disk-full",
            "disk",
            "certificate-unusable",
            "certificate-not-renewed",
            "standby-not-fetched",
            "certificate-unreadable",
            "clock",
            "damaged",
            "set-aside",
            "folder-unreadable",
            "passed-over");
    /// Known here better, or over when they are told.
    private static final Set<String> TOLD = Set.of("certificate-ends", "unreachable", "unreported");

    private FeedTroubles() {}

    static List<String> of(
            @Nullable OffsetDateTime received, @Nullable GatewayReport gateway, Instant now, Messages m) {
        var troubles = new ArrayList<String>();
        if (received != null && received.toInstant().plus(SILENT).isBefore(now)) {
            troubles.add(m.t("intake.feeds.silent", m.moment(received)));
        }
        if (gateway == null) {
            return troubles;
        }
        var health = gateway.health();
        if (gateway.at().toInstant().plus(UNREPORTED).isBefore(now)) {
            troubles.add(m.t("intake.feeds.unreported", m.moment(gateway.at())));
        }
        var oldest = health.oldestAt();
        if (oldest != null && oldest.plus(WAITING).isBefore(now)) {
            troubles.add(
                    m.t("intake.feeds.waiting", m.moment(oldest.atZone(JAPAN).toOffsetDateTime())));
        }
        if (health.certificateEndsAt().minus(CERTIFICATE).isBefore(now)) {
            troubles.add(
                    m.t("intake.feeds.certificate", m.day(LocalDate.ofInstant(health.certificateEndsAt(), JAPAN))));
        }
        for (var alarm : health.alarms()) {
            if (!TOLD.contains(alarm)) {
                troubles.add(m.t("intake.feeds.alarm." + (ALARMS.contains(alarm) ? alarm : "other"), alarm));
            }
        }
        return troubles;
    }
}
