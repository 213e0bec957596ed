package hmnet.ground.mail;

import hmnet.ground.logs.ExceptionWords;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.work.OutgoingCalls;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/// Sends the alerts that wait (警報メールの送信): one mail for all of them, tried again later and later where the server does
/// not take it.
@Component
class MailRounds implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);

    private final MailAlerts alerts;
    private final MailSettings settings;
    private final MailWay way;
    private final String origin;
    private final OutgoingCalls<String> calls = new OutgoingCalls<>("mail");

    MailRounds(MailAlerts alerts, MailSettings settings, AuditSettings log, Clock clock) {
        this.alerts = alerts;
        this.settings = settings;
        this.way = new MailWay(settings, clock);
        this.origin = log.origin();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar chores) {
        chores.addFixedDelayTask(this::round, settings.every());
    }

    private void round() {
        if (settings.on()) {
            calls.start("mail", this::send);
        }
    }

    private void send() {
        var due = calls.atTheDatabase(alerts::take);
        if (due.isEmpty()) {
            return;
        }
        try {
            var refused = way.send(AlertMail.of(due, origin));
            if (!refused.isEmpty()) {
                LOG.error("ALARM the mail server takes no alert for {}", refused);
            }
            calls.atTheDatabase(() -> alerts.sent(due, refused));
        } catch (MessagingException | IOException e) {
            LOG.error("ALARM {} alerts could not be mailed and wait: {}", due.size(), ExceptionWords.of(e));
            calls.atTheDatabase(() -> alerts.failed(due, ExceptionWords.of(e)));
        }
    }

    @PreDestroy
    void close() {
        calls.close();
    }
}
