package hmnet.ground.audit;

import hmnet.ground.mail.MailAlertKind;
import hmnet.ground.mail.MailAlerts;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.NewestCheckpoint;
import hmnet.witness.log.BrokenLog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Numbers events as they come (採番係). It has a thread of its own, so that no other chore makes the log
/// late, and disclosures never wait for it: if it stands still they are stored all the same, and numbered
/// later.
@Component
class Sequencer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration ROUND_AT_MOST = Duration.ofSeconds(5);

    private final SequencerRound sequencerRound;
    private final NewestCheckpoint newestCheckpoint;
    private final Duration pause;
    private final MailAlerts mailAlerts;
    private boolean broken;
    private volatile @Nullable Thread thread;

    Sequencer(
            SequencerRound sequencerRound,
            NewestCheckpoint newestCheckpoint,
            MailAlerts mailAlerts,
            AuditSettings settings) {
        this.mailAlerts = mailAlerts;
        this.sequencerRound = sequencerRound;
        this.newestCheckpoint = newestCheckpoint;
        this.pause = Duration.ofMillis(settings.sequenceMs());
    }

    @Override
    public void start() {
        // Known before it runs: its first look is whether it is still the one.
        var fresh = Thread.ofPlatform().name("audit-sequencer").daemon().unstarted(this::run);
        thread = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(ROUND_AT_MOST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (Thread.currentThread().equals(thread)) {
            try {
                Thread.sleep(catchUp() ? pause : REST_AFTER_FAILURE);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /// Goes on at once only behind a full round: while people work there is always an event more, and a round
    /// for each few of them would cost a tenth of what the machine discloses.
    private boolean catchUp() {
        try {
            var more = true;
            while (more) {
                var round = sequencerRound.round();
                round.ifPresent(made -> newestCheckpoint.keep(made.note()));
                broken &= round.isEmpty();
                more = round.filter(SequencerRound.Round::full).isPresent();
            }
            return true;
        } catch (BrokenLog contradiction) {
            LOG.error("ALARM audit log: {}", contradiction.getMessage());
            tell(contradiction);
        } catch (RuntimeException failed) {
            if (isRunning()) {
                LOG.error("The audit log was not extended; its events wait", failed);
            }
        }
        return false;
    }

    /// Once, until it goes on.
    private void tell(BrokenLog contradiction) {
        if (!broken) {
            try {
                mailAlerts.raise(MailAlertKind.LOG_BROKEN, contradiction.leaf().orElse(-1) + 1);
                broken = true;
            } catch (RuntimeException later) {
                LOG.error("The alert of the log is written with the next look: {}", later.getMessage());
            }
        }
    }
}
