package hmnet.bench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What `./hmnet drill relink` plays (紐付けの演習), in a centre of its own whatever the machine's settings say.
class RehearsalTest {
    private static final String DATABASE = "hmnet.db.url";

    @Test
    void onlyWhatSurvivesIsSeenAndACentreInUseIsRefused() throws IOException {
        var told = new ArrayList<String>();
        System.setProperty(DATABASE, "jdbc:postgresql://localhost:1/the-real-one");
        try {
            RehearsalCommand.inACentre(centre -> {
                var rehearsal = new Rehearsal(centre, told::add);
                var outcome = rehearsal.run(6, 7);
                assertThat(told).isEmpty();
                assertThat(outcome.differing()).isZero();
                assertThat(outcome.undone()).isPositive();
                assertThatThrownBy(() -> rehearsal.run(1, 1)).isInstanceOf(IllegalStateException.class);
            });
        } finally {
            System.clearProperty(DATABASE);
        }
    }

    @Test
    void aRehearsalHearsOfNoVariable() {
        assertThat(System.getenv("PATH")).isNotEmpty();
        assertThat(RehearsalCommand.alone().getProperty("PATH")).isNull();
    }

    @Test
    void aSeedPlaysTheSamePeopleAgain() {
        var figure = new Figure(7, 0);
        var first = figure.applicant(new SplittableRandom(3));
        assertThat(figure.applicant(new SplittableRandom(3))).isEqualTo(first);
        assertThat(figure.applicant(new SplittableRandom(4)).id()).isNotEqualTo(first.id());
        assertThat(first.regionalId()).matches("[0-9]{20}");
    }
}
