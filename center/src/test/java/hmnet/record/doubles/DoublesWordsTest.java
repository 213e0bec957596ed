package hmnet.record.doubles;

import hmnet.ground.database.CheckedColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoublesWordsTest extends CheckedColumns {
    @Test
    void theDatabaseTakesTheStatesOfADecisionOnDoubles() {
        takes(
                "double_decision.state",
                List.of(DoublesState.values()),
                "open",
                "hidden",
                "withdrawn",
                "shown",
                "different",
                "reopened");
    }
}
