package hmnet.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.bench.disclosures.DisclosureRun;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The drills, short, on the centre that was just built (障害訓練の短縮版).
class DrillTest {
    private static final int PEOPLE = 7;
    private static final long SEED = 5;
    private static @Nullable Stage stage;

    @BeforeAll
    static void setTheStage() throws IOException {
        var home = Home.find();
        assumeTrue(home.isPresent(), "the centre is not built: center/target/center-*.jar is absent");
        stage = Stage.of(home.orElseThrow(), PEOPLE, SEED);
    }

    @AfterAll
    static void clearTheStage() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void killsOfCentreAndDatabaseLoseAndDoubleNothing() throws IOException {
        passes(new KillDrill(), 2);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() throws IOException {
        passes(new ShuffleDrill(), 1);
    }

    @Test
    void damagedFilesChangeNoChart() throws IOException {
        passes(new DamagedDrill(), 1);
    }

    @Test
    void aCentreKilledWhileItFilesAgainEndsTheSame() throws IOException {
        passes(new RefileDrill(), 1);
    }

    @Test
    void everyAnswerThatCameWholeHasOneEventThroughKills() throws IOException {
        var played = java.util.Objects.requireNonNull(stage);
        try (var centre = played.centre()) {
            Load.send(centre, played.hospitals());
            var run = DisclosureRun.on(centre, played.hospitals());
            for (var seed = 1; seed <= 2; seed++) {
                var outcome = run.play(100, 1, seed);
                assertThat(outcome.passed()).as("seed %d: %s", seed, outcome).isTrue();
                assertThat(outcome.kills()).isEqualTo(seed);
            }
        }
    }

    private static void passes(StageDrill drill, int times) throws IOException {
        var verdict = drill.run(java.util.Objects.requireNonNull(stage), new DrillSettings(times, SEED, PEOPLE));
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    }
}
