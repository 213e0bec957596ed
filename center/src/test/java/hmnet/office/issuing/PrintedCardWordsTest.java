package hmnet.office.issuing;

import hmnet.ground.database.CheckedColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedCardWordsTest extends CheckedColumns {
    @Test
    void theDatabaseTakesTheStatesOfAPrintedCard() {
        takes(
                "print_card.state",
                List.of(CardState.values()),
                "ordered",
                "printed",
                "damaged",
                "handed-over",
                "returned",
                "destroyed");
    }
}
