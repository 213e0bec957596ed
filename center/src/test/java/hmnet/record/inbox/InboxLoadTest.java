package hmnet.record.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// R018: more at the doors than a handful.
class InboxLoadTest {
    private static final int MOST = 10 * Runtime.getRuntime().availableProcessors();
    private final InboxLoad crowd = new InboxLoad(new InboxSettings(0));

    /// What is seen by the last of so many who are inside at one moment.
    private <T> T among(int others, Supplier<T> seen) {
        return crowd.keeping(() -> others == 0 ? seen.get() : among(others - 1, seen));
    }

    @Test
    void aHandfulNeitherHoldsUpFilingNorFillsTheDoor() {
        assertThat(among(3, crowd::many)).isFalse();
        assertThat(among(3, crowd::full)).isFalse();
        assertThat(crowd.many()).isFalse();
    }

    @Test
    void filingStepsBackWhileManyAreInsideAndForAMomentAfter() throws InterruptedException {
        assertThat(among(MOST / 2, crowd::many)).isTrue();
        assertThat(crowd.many()).as("they have just gone").isTrue();
        Thread.sleep(1_100);
        assertThat(crowd.many()).isFalse();
    }

    @Test
    void theDoorIsFullOnlyWhileAsManyAreInsideAsItHolds() {
        assertThat(among(MOST - 2, crowd::full)).isFalse();
        assertThat(among(MOST - 1, crowd::full)).isTrue();
        assertThat(crowd.full()).isFalse();
    }

    @Test
    void theDoorHoldsAsManyAsItIsSetTo() {
        var narrow = new InboxLoad(new InboxSettings(1));
        assertThat(narrow.keeping(narrow::full)).isTrue();
        assertThat(narrow.full()).isFalse();
    }
}
