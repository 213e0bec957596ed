package hmnet.ground.directory;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.database.CheckedColumns;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessionWordsTest extends CheckedColumns {
    @Test
    void theDatabaseTakesTheStatesOfASuccession() {
        takes(
                "facility_succession_event.action",
                List.of(SuccessionState.values()),
                "asked",
                "agreed",
                "refused",
                "undo-asked",
                "undo-agreed",
                "undo-refused");
    }

    /// As the view `succession_state` says it.
    @Test
    void aSuccessionHoldsUntilTwoHaveTakenItBack() {
        assertThat(Arrays.stream(SuccessionState.values()).filter(SuccessionState::holds))
                .containsExactly(SuccessionState.AGREED, SuccessionState.UNDO_ASKED, SuccessionState.UNDO_REFUSED);
        assertThat(Arrays.stream(SuccessionState.values()).filter(SuccessionState::waits))
                .containsExactly(SuccessionState.ASKED, SuccessionState.UNDO_ASKED);
    }
}
