package hmnet.care.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.handbook.OwnCopy.CopyState.CopyBegun;
import hmnet.care.handbook.OwnCopy.CopyState.CopyFailed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A copy of one's own records on its way to being ready, or to nothing.
class OwnCopyTest {
    private final OwnCopy copy = new OwnCopy(Instant.EPOCH);

    /// The store fails while another thread still reads the chart.
    @Test
    void whatFailedIsNotBeingMadeAgainBecauseItsReaderWasNotYetTold() {
        copy.is(new CopyBegun(1, 9));
        copy.is(new CopyFailed());
        copy.is(new CopyBegun(2, 9));
        assertThat(copy.isBeingMade()).isFalse();
        assertThat(copy.state()).isEqualTo(new CopyFailed());
    }
}
