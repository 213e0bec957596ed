package hmnet.ground.approval;

import hmnet.ground.database.CheckedColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalWordsTest extends CheckedColumns {
    @Test
    void theDatabaseTakesTheStatesOfAProposal() {
        takes(
                "approval.state",
                List.of(Approval.ApprovalState.values()),
                "open",
                "confirmed",
                "refused",
                "withdrawn",
                "lapsed");
    }
}
