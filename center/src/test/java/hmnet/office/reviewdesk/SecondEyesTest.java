package hmnet.office.reviewdesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentState;
import hmnet.office.reviewdesk.SecondEyes.Case;
import hmnet.office.reviewdesk.SecondEyes.ConsentSummary;
import hmnet.people.arrivals.ReviewReason;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondEyesTest {
    private static final Set<Case> RULED = EnumSet.complementOf(EnumSet.of(Case.LIKELY));
    private static final ConsentSummary GIVEN = new ConsentSummary(ConsentState.GIVEN, -1, -1, false);
    private static final ConsentSummary WITHDRAWN = new ConsentSummary(ConsentState.WITHDRAWN, -1, -1, false);

    @Test
    void aLikelyPairIsDecidedByOne() {
        var needed = SecondEyes.needed(RULED, ReviewReason.LIKELY, true, GIVEN, GIVEN);
        assertThat(needed.by(ReviewDecision.SAME)).isFalse();
        assertThat(needed.by(ReviewDecision.DIFFERENT)).isFalse();
    }

    @Test
    void whatSpeaksAgainstAHumanOrALinkNeedsTwoWhateverTheDecision() {
        for (var why : EnumSet.of(ReviewReason.CROSSED, ReviewReason.PERSONS, ReviewReason.CONTRADICTION)) {
            var needed = SecondEyes.needed(RULED, why, false, ConsentSummary.NOBODY, ConsentSummary.NOBODY);
            assertThat(needed.by(ReviewDecision.SAME)).isTrue();
            assertThat(needed.by(ReviewDecision.DIFFERENT)).isTrue();
            assertThat(needed.by(ReviewDecision.LATER)).isFalse();
        }
    }

    @Test
    void joiningPersonsWhoAgreedToDifferentThingsNeedsTwoAndPartingThemOne() {
        var needed = SecondEyes.needed(RULED, ReviewReason.LIKELY, true, GIVEN, WITHDRAWN);
        assertThat(needed.forSame()).containsExactly(Case.CONSENTS);
        assertThat(needed.by(ReviewDecision.DIFFERENT)).isFalse();
    }

    @Test
    void joiningTwoCardsNeedsTwo() {
        var holder = new ConsentSummary(ConsentState.GIVEN, -1, -1, true);
        assertThat(SecondEyes.needed(RULED, ReviewReason.LIKELY, true, holder, holder)
                        .forSame())
                .containsExactly(Case.CARDS);
        assertThat(SecondEyes.needed(RULED, ReviewReason.LIKELY, true, holder, GIVEN)
                        .forSame())
                .isEmpty();
    }

    @Test
    void theTableDecidesWhatNeedsTwo() {
        assertThat(SecondEyes.needed(Set.of(Case.LIKELY), ReviewReason.LIKELY, false, GIVEN, GIVEN)
                        .by(ReviewDecision.DIFFERENT))
                .isTrue();
        assertThat(SecondEyes.needed(Set.of(), ReviewReason.CONTRADICTION, true, GIVEN, WITHDRAWN)
                        .by(ReviewDecision.SAME))
                .isFalse();
    }
}
