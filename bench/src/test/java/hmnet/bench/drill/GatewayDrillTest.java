package hmnet.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.bench.stage.Home;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The gateway's drill, short, on the centre that was just built (ゲートウェイ障害訓練の短縮版): beside the others, in a
/// process of its own.
class GatewayDrillTest {
    private static final int PEOPLE = 7;
    private static final int TIMES = 3;
    private static final long SEED = 4;
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
    void killsOfAGatewayAndItsCentreLoseAndDoubleNothing() throws IOException {
        var verdict = new GatewayDrill().run(Objects.requireNonNull(stage), new DrillSettings(TIMES, SEED, PEOPLE));
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    }
}
