package hmnet.exchange.balp;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Trace;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What the standards call what people and machines do.
class ActionKindsTest {
    @Test
    void everyActionHasAKindAndAVerdict() {
        assertThat(Action.values()).allSatisfy(action -> {
            assertThat(ActionKinds.of(action)).isNotNull();
            assertThat(ActionKinds.verdict(ReportedSamples.byDoctor(action))).isNotNull();
        });
        assertThat(Arrays.stream(Action.values()).map(ActionKinds::of))
                .as("no kind stands in the table that no action has")
                .contains(EventKind.values());
    }

    @Test
    void aRefusalIsAFailureAndRefusingAnothersWishIsNone() {
        assertThat(Arrays.stream(Action.values())
                        .filter(action -> action.word().endsWith("-refused"))
                        .filter(action -> action != Action.TIE_REFUSED && action != Action.RESUMPTION_REFUSED)
                        .map(ReportedSamples::byDoctor)
                        .map(ActionKinds::verdict))
                .isNotEmpty()
                .doesNotContain(EventVerdict.SUCCESS);
        assertThat(verdict(Action.CHART_REFUSED, "refused")).isEqualTo(EventVerdict.SERIOUS_FAILURE);
        assertThat(verdict(Action.SIGN_IN_REFUSED, "refused")).isEqualTo(EventVerdict.MINOR_FAILURE);
        assertThat(verdict(Action.TIE_REFUSED, "refused")).isEqualTo(EventVerdict.SUCCESS);
    }

    @Test
    void aCardThatIsNobodysAndALaunchThatFailsAreFailures() {
        assertThat(verdict(Action.CARD_READ, "known")).isEqualTo(EventVerdict.SUCCESS);
        assertThat(verdict(Action.CARD_READ, "unknown")).isEqualTo(EventVerdict.MINOR_FAILURE);
        assertThat(verdict(Action.NUMBER_TYPED, "locked")).isEqualTo(EventVerdict.MINOR_FAILURE);
        assertThat(verdict(Action.CHART_LAUNCHED, "opens")).isEqualTo(EventVerdict.SUCCESS);
        assertThat(verdict(Action.CHART_LAUNCHED, "untied")).isEqualTo(EventVerdict.MINOR_FAILURE);
        assertThat(verdict(Action.CHART_BROKEN_OFF, "NARROWED")).isEqualTo(EventVerdict.MINOR_FAILURE);
    }

    @Test
    void whatWasAskedForRefusedOrTakenBackIsNotToldAsDone() {
        assertThat(kind(Action.CONSENT_PAPER_REMOVED, "removed")).isEqualTo(EventKind.DELETE);
        for (var outcome : new String[] {"asked", "refused", "withdrawn"}) {
            assertThat(kind(Action.CONSENT_PAPER_REMOVED, outcome)).as(outcome).isEqualTo(EventKind.UPDATE);
        }
        assertThat(kind(Action.CONSENT_PAPER_KEPT, "kept")).isEqualTo(EventKind.CREATE);
        assertThat(kind(Action.CONSENT_PAPER_KEPT, "refused")).isNotEqualTo(EventKind.CREATE);
        assertThat(verdict(Action.CONSENT_PAPER_KEPT, "refused")).isEqualTo(EventVerdict.MINOR_FAILURE);
        assertThat(verdict(Action.CHART_NUMBER_TIED, "SOMEBODY_ELSES")).isEqualTo(EventVerdict.MINOR_FAILURE);
        assertThat(verdict(Action.FACILITY_CERTIFICATE, "refused")).isEqualTo(EventVerdict.MINOR_FAILURE);
        assertThat(kind(Action.RESIDENT_LIST, "original-taken")).isEqualTo(EventKind.EXPORT);
        assertThat(kind(Action.RESIDENT_LIST, "forgotten")).isEqualTo(EventKind.DELETE);
        assertThat(kind(Action.CERTIFICATE_REFUSED, "ended")).isEqualTo(EventKind.LOGOUT);
        assertThat(verdict(Action.CERTIFICATE_REFUSED, "expired")).isEqualTo(EventVerdict.MINOR_FAILURE);
    }

    private static EventKind kind(Action action, String outcome) {
        return ActionKinds.of(Trace.of(action, ReportedSamples.DOCTOR, outcome));
    }

    private static EventVerdict verdict(Action action, String outcome) {
        return ActionKinds.verdict(Trace.of(action, ReportedSamples.DOCTOR, outcome));
    }
}
