package hmnet.consent.consents;

import hmnet.ground.database.CheckedColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentWordsTest extends CheckedColumns {
    @Test
    void theDatabaseTakesTheStatesOfAConsent() {
        takes("consent.state", List.of(ConsentState.values()), "withdrawn", "none", "given");
    }

    @Test
    void whatSomebodySaidIsNeverNothing() {
        var said = List.of(ConsentState.WITHDRAWN, ConsentState.GIVEN);
        takes("consent_event.state", said, "withdrawn", "given");
        takes("disclosure_consent.state", said, "withdrawn", "given");
    }
}
