package hmnet.ground.witnesses;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.figures.WatchedQueue;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.witnesses.WitnessSightings.WitnessSighting;
import hmnet.ground.witnesses.WitnessSightings.WitnessState;
import hmnet.witness.log.Checkpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// When a witness counts as late or silent, and who is told.
@ExtendWith(OutputCaptureExtension.class)
class WitnessSightingsTest extends Centre {
    private static final AuditSettings SETTINGS =
            new AuditSettings("hmnet.example", 200, List.of(TestWitness.verifier()), 60);

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    List<WatchedQueue> queues;

    /// The witness has signed everything, then one event happens.
    @BeforeEach
    void anEventThatWaitsForTheWitness() {
        happen();
        var checkpoint = Checkpoint.read(checkpoints.newest().orElseThrow());
        checkpoints.countersign(
                checkpoint.size(),
                TestWitness.KEY.line(checkpoint, Instant.now()).toString());
        happen();
    }

    private void happen() {
        var before = checkpoints.size();
        transaction.executeWithoutResult(status -> audit.write(Trace.of(Action.SIGN_OUT, Actor.staff(12), "ended")));
        await(() -> checkpoints.size() > before);
    }

    private WitnessSightings after(Duration time) {
        return new WitnessSightings(db, checkpoints, SETTINGS, Clock.offset(Clock.systemUTC(), time));
    }

    private static WitnessSighting only(WitnessSightings sightings) {
        return sightings.all().stream()
                .filter(witness ->
                        witness.name().equals(TestWitness.KEY.verifier().name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWitnessIsLateAfterMinutesAndSilentAfterTheHourThatWasSet() {
        assertThat(only(after(Duration.ZERO)).state()).isEqualTo(WitnessState.CURRENT);
        assertThat(only(after(Duration.ofMinutes(5))).state()).isEqualTo(WitnessState.LATE);
        var silent = only(after(Duration.ofMinutes(61)));
        assertThat(silent.state()).isEqualTo(WitnessState.SILENT);
        assertThat(silent.behind()).isPositive();
        assertThat(silent.at()).isNotNull();
    }

    @Test
    void aSilentWitnessIsAnAlarmInTheLogAndANumberOnTheFirstPage(CapturedOutput output) {
        var later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        var watch = new SilentWitnesses(after(Duration.ofHours(2)), later);
        watch.look();
        watch.look();
        assertThat(output.getOut())
                .containsOnlyOnce(
                        "ALARM audit witness " + TestWitness.KEY.verifier().name() + " is silent");
        assertThat(after(Duration.ofHours(2)).silent()).isNotEmpty();
        assertThat(after(Duration.ZERO).silent()).isEmpty();
    }

    @Test
    void theFiguresTellSinceWhenTheOldestEventWaits() {
        var queue = queues.stream()
                .filter(watched -> watched.queue().equals("witness"))
                .findFirst()
                .orElseThrow();
        assertThat(db.sql(queue.oldest()).query(OffsetDateTime.class).single())
                .isEqualTo(only(after(Duration.ZERO)).since());
    }
}
