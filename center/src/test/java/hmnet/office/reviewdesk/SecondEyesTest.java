package hmnet.office.reviewdesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentState;
import hmnet.office.reviewdesk.SecondEyes.Case;
import hmnet.office.reviewdesk.SecondEyes.Standing;
import hmnet.people.arrivals.Doubt;
import hmnet.people.arrivals.Reviews.Decision;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondEyesTest {
    private static final Set<Case> RULED = EnumSet.complementOf(EnumSet.of(Case.LIKELY));
    private static final Standing GIVEN = new Standing(ConsentState.GIVEN, -1, -1, false);
    private static final Standing WITHDRAWN = new Standing(ConsentState.WITHDRAWN, -1, -1, false);

    @Test
    void aLikelyPairIsDecidedByOne() {
        var needed = SecondEyes.needed(RULED, Doubt.LIKELY, true, GIVEN, GIVEN);
        assertThat(needed.by(Decision.SAME)).isFalse();
        assertThat(needed.by(Decision.DIFFERENT)).isFalse();
    }

    @Test
    void whatSpeaksAgainstAHumanOrALinkNeedsTwoWhateverTheDecision() {
        for (var why : EnumSet.of(Doubt.CROSSED, Doubt.PERSONS, Doubt.CONTRADICTION)) {
            var needed = SecondEyes.needed(RULED, why, false, Standing.NOBODY, Standing.NOBODY);
            assertThat(needed.by(Decision.SAME)).isTrue();
            assertThat(needed.by(Decision.DIFFERENT)).isTrue();
            assertThat(needed.by(Decision.LATER)).isFalse();
        }
    }

    @Test
    void joiningPersonsWhoAgreedToDifferentThingsNeedsTwoAndPartingThemOne() {
        var needed = SecondEyes.needed(RULED, Doubt.LIKELY, true, GIVEN, WITHDRAWN);
        assertThat(needed.forSame()).containsExactly(Case.CONSENTS);
        assertThat(needed.by(Decision.DIFFERENT)).isFalse();
    }

    @Test
    void joiningTwoCardsNeedsTwo() {
        var holder = new Standing(ConsentState.GIVEN, -1, -1, true);
        assertThat(SecondEyes.needed(RULED, Doubt.LIKELY, true, holder, holder).forSame())
                .containsExactly(Case.CARDS);
        assertThat(SecondEyes.needed(RULED, Doubt.LIKELY, true, holder, GIVEN).forSame())
                .isEmpty();
    }

    @Test
    void theTableDecidesWhatNeedsTwo() {
        assertThat(SecondEyes.needed(Set.of(Case.LIKELY), Doubt.LIKELY, false, GIVEN, GIVEN)
                        .by(Decision.DIFFERENT))
                .isTrue();
        assertThat(SecondEyes.needed(Set.of(), Doubt.CONTRADICTION, true, GIVEN, WITHDRAWN)
                        .by(Decision.SAME))
                .isFalse();
    }
}
