package hmnet.record.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.Patience;
import hmnet.ground.database.FullDisk;
import hmnet.ground.keys.DataFolder;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// R018: more at the doors than a handful.
class InboxLoadTest {
    private static final int MOST = 10 * Runtime.getRuntime().availableProcessors();
    private final InboxLoad inboxLoad = new InboxLoad(new InboxSettings(0, 0), new DataFolder(Path.of(".")));

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
        var narrow = new InboxLoad(new InboxSettings(1, 0), new DataFolder(Path.of(".")));
        assertThat(narrow.keeping(narrow::full)).isTrue();
        assertThat(narrow.full()).isFalse();
    }

    @Test
    void nothingIsKeptWhereTooLittleIsFree() {
        var full = new InboxLoad(new InboxSettings(0, Long.MAX_VALUE), new DataFolder(Path.of(".")));
        assertThatThrownBy(() -> full.keeping(() -> "kept")).isInstanceOf(FullDisk.class);
    }
}
