package hmnet.record.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Patience;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// R018: more at the doors than a handful.
class InboxLoadTest {
    private static final int MOST = 10 * Runtime.getRuntime().availableProcessors();
    private final InboxLoad inboxLoad = new InboxLoad(new InboxSettings(0));

    /// What is seen by the last of so many who are inside at one moment.
    private <T> T among(int others, Supplier<T> seen) {
        return inboxLoad.keeping(() -> others == 0 ? seen.get() : among(others - 1, seen));
    }

    @Test
    void aHandfulNeitherHoldsUpFilingNorFillsTheDoor() {
        assertThat(among(3, inboxLoad::many)).isFalse();
        assertThat(among(3, inboxLoad::full)).isFalse();
        assertThat(inboxLoad.many()).isFalse();
    }

    @Test
    void filingStepsBackWhileManyAreInsideAndForAMomentAfter() {
        assertThat(among(MOST / 2, inboxLoad::many)).isTrue();
        assertThat(inboxLoad.many()).as("they have just gone").isTrue();
        Patience.await(() -> !inboxLoad.many());
    }

    @Test
    void theDoorIsFullOnlyWhileAsManyAreInsideAsItHolds() {
        assertThat(among(MOST - 2, inboxLoad::full)).isFalse();
        assertThat(among(MOST - 1, inboxLoad::full)).isTrue();
        assertThat(inboxLoad.full()).isFalse();
    }

    @Test
    void theDoorHoldsAsManyAsItIsSetTo() {
        var narrow = new InboxLoad(new InboxSettings(1));
        assertThat(narrow.keeping(narrow::full)).isTrue();
        assertThat(narrow.full()).isFalse();
    }
}
