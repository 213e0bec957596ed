package hmnet.office.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.office.incidents.ReportDuty.MissingStep;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportDutyTest {
    @Test
    void theDayItWasNoticedIsTheFirstOfThirty() {
        var duty = new ReportDuty(LocalDate.of(2026, 11, 1));
        assertThat(duty.promptFrom()).isEqualTo("2026-11-03");
        assertThat(duty.promptBy()).isEqualTo("2026-11-05");
        assertThat(duty.fullBy()).isEqualTo("2026-11-30");
    }

    @Test
    void nothingIsClosedBeforeTheDutyIsDecidedAndBothHumansAreTold() {
        assertThat(ReportDuty.missing(List.of(Step.OPENED, Step.NOTE)))
                .containsExactly(MissingStep.DUTY, MissingStep.PERSON_TOLD, MissingStep.OTHER_TOLD);
        assertThat(ReportDuty.missing(List.of(Step.DUTY_NO, Step.PERSON_TOLD, Step.OTHER_TOLD)))
                .isEmpty();
    }

    @Test
    void whatIsToBeReportedIsReportedTwiceBeforeItIsClosed() {
        var told = List.of(Step.PERSON_TOLD, Step.OTHER_TOLD, Step.DUTY_NO, Step.DUTY_YES);
        assertThat(ReportDuty.missing(told)).containsExactly(MissingStep.PROMPT_REPORT, MissingStep.FULL_REPORT);
    }
}
