package hmnet.consent.relations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.CheckedColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationWordsTest extends CheckedColumns {
    @Test
    void theDatabaseTakesTheOriginsOfARelation() {
        takes("relation.how", List.of(RelationOrigin.values()), "card", "typed", "desk", "app", "referral", "team");
    }

    @Test
    void whatIsNoOriginBeginsNoRelation() {
        assertThatThrownBy(() -> RelationOrigin.of("protection"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("protection", "relation.how");
    }
}
