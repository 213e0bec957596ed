package hmnet.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// What `./hmnet drill relink` plays, for a few seeds (紐付けの演習).
class RelinkRehearsalTest extends Centre {
    @Autowired
    private BeanFactory centre;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void whateverHappensOnlyWhatSurvivesIsSeenAndWhatIsTakenBackLeavesNothing(long seed) {
        var told = new ArrayList<String>();
        var outcome = new Rehearsal(centre, told::add).run(2, seed);
        assertThat(told).isEmpty();
        assertThat(outcome.undone()).isPositive();
    }
}
