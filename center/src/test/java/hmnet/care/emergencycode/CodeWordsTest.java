package hmnet.care.emergencycode;

import hmnet.ground.database.CheckedColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeWordsTest extends CheckedColumns {
    @Test
    void theDatabaseTakesTheStatesOfACode() {
        takes("emergency_code.state", List.of(CodeState.values()), "draft", "made", "ended", "parted");
    }
}
