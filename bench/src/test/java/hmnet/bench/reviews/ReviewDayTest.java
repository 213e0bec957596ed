package hmnet.bench.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hmnet.bench.rehearsal.RehearsalCommand;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What `./hmnet drill reviews` plays (審査の負荷の訓練), with few dispatches, in a centre of its own.
class ReviewDayTest {
    @Test
    void eachDoorWithoutConsentWaitsForTheReviewerAndAFewOfTheOthers() throws IOException {
        RehearsalCommand.inACentre(centre -> {
            var outcome = new ReviewDay(centre).play(80, new DoorShares(50, 30, 20), 3);
            assertThat(outcome.opened()).as("each door was opened").allMatch(n -> n > 0);
            assertThat(outcome.adds()).as(outcome.toString()).isTrue();
            assertThat(outcome.due()).as(outcome.toString()).isGreaterThan(outcome.enough());
            assertThat(outcome.isWithinMark()).isFalse();
            assertThat(outcome.needed()).isGreaterThan(1);
        });
    }

    @Test
    void oneReviewerIsEnoughOnlyWhereHardlyAnybodyIsOpenedWithoutConsent() {
        assertThat(DoorShares.mostWithout(400, 2, 10)).isCloseTo(0.51, within(0.01));
        assertThat(DoorShares.mostWithout(400, 0, 10)).isEqualTo(2.5);
        assertThat(DoorShares.mostWithout(400, 3, 10))
                .as("the samples alone are too many")
                .isZero();
    }

    @Test
    void sharesThatAreNoHundredAreRefused() {
        assertThat(DoorShares.of("")).isEqualTo(DoorShares.USUAL);
        assertThat(DoorShares.of("90,9.5,0.5").none()).isEqualTo(0.5);
        assertThatThrownBy(() -> DoorShares.of("50,50")).hasMessageContaining("three numbers");
        assertThatThrownBy(() -> DoorShares.of("50,50,50")).hasMessageContaining("add up to 100");
    }
}
