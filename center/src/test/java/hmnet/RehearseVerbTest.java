package hmnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// What `./hmnet drill relink` plays (紐付けの演習), in a centre of its own whatever the machine's settings say.
class RehearseVerbTest {
    private static final String DATABASE = "hmnet.db.url";

    @Test
    void whateverHappensOnlyWhatSurvivesIsSeenAndNothingOfItInTheDatabaseOfTheMachine() throws IOException {
        var told = new ArrayList<String>();
        System.setProperty(DATABASE, "jdbc:postgresql://localhost:1/the-real-one");
        try {
            var outcome = RehearseVerb.play(6, 7, told::add);
            assertThat(told).isEmpty();
            assertThat(outcome.differing()).isZero();
            assertThat(outcome.undone()).isPositive();
        } finally {
            System.clearProperty(DATABASE);
        }
    }

    @Test
    void aRehearsalHearsOfNoVariable() {
        assertThat(System.getenv("PATH")).isNotEmpty();
        assertThat(RehearseVerb.alone().getProperty("PATH")).isNull();
    }
}
