package hmnet.consent.cards;

import hmnet.ground.database.CheckedColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardWordsTest extends CheckedColumns {
    @Test
    void theDatabaseTakesActiveAndDeadCards() {
        takes("card.state", List.of(CardLife.values()), "active", "dead");
    }

    @Test
    void theDatabaseTakesTheKindsOfACard() {
        takes("card.kind", List.of(CardKind.values()), "hm", "disclosure");
        takes("card_scheme.kind", List.of(CardKind.values()), "hm", "disclosure");
    }

    @Test
    void theDatabaseTakesTheCheckRules() {
        takes("card_scheme.check_rule", List.of(CheckRule.values()), "none", "mod11-10", "luhn", "mod10-3");
    }
}
