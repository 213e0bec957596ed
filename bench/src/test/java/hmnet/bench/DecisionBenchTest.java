package hmnet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.bench.stage.Home;
import hmnet.bench.stage.Result;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What `./hmnet bench decision` measures (判定の測定), with few people and cases: that it measures what it says, not how
/// fast this machine is.
class DecisionBenchTest {
    @Test
    void aGrantThatLeavesSomethingOutIsHeldAgainstOneOfEverything() throws IOException {
        var home = Home.find();
        assumeTrue(home.isPresent(), "the centre is not built: center/target/center-*.jar is absent");
        var result = DecisionBench.run(home.orElseThrow(), 12, 5, 400);
        var staff = line(result, "decision", "of", "staff");
        assertThat(number(staff, "n")).isEqualTo(400);
        assertThat(number(staff, "opened")).isPositive();
        assertThat(number(staff, "closed")).isPositive();
        assertThat(number(staff, "with_denials")).isPositive();
        assertThat(number(staff, "through_emergency_doors")).isPositive();
        assertThat(number(line(result, "decision", "of", "resident"), "opened")).isPositive();
        var summary = line(result, "chart", "view", "summary");
        assertThat(number(summary, "charts")).isPositive();
        assertThat(number(summary, "rows_real")).isPositive().isLessThan(number(summary, "rows_everything"));
        assertThat(number(summary, "grant_lines_real")).isGreaterThan(number(summary, "grant_lines_everything"));
        assertThat(result.lines())
                .anyMatch(line -> line.name().equals("closed")
                        && line.figures().containsKey("not_known")
                        && line.figures().containsKey("consent_withdrawn"));
    }

    private static Result.Line line(Result result, String name, String key, String word) {
        return result.lines().stream()
                .filter(line ->
                        line.name().equals(name) && word.equals(line.figures().get(key)))
                .findFirst()
                .orElseThrow();
    }

    private static long number(Result.Line line, String figure) {
        return ((Number) Objects.requireNonNull(line.figures().get(figure))).longValue();
    }
}
