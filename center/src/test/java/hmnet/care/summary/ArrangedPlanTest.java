package hmnet.care.summary;

import static hmnet.care.summary.SummaryPlan.SummaryPanel.FRESH;
import static hmnet.care.summary.SummaryPlan.SummaryPanel.MEDICINES;
import static hmnet.care.summary.SummaryPlan.SummaryPanel.PROBLEMS;
import static hmnet.care.summary.SummaryPlan.SummaryPanel.QUESTIONS;
import static hmnet.care.summary.SummaryPlan.SummaryPanel.RESULTS;
import static hmnet.care.summary.SummaryPlan.SummaryPanel.VISITS;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A reader's wish moves panels of the summary and loses none.
class ArrangedPlanTest {
    private final SummaryPlan plan = SummaryPlan.of(Profession.DOCTOR, SummaryPlan.GENERAL);

    @Test
    void chosenPanelsHeadTheColumnsAndTheOthersFollow() {
        assertThat(plan.arranged(List.of("results", "questions")))
                .containsExactly(List.of(RESULTS, PROBLEMS), List.of(QUESTIONS, VISITS), List.of(MEDICINES, FRESH));
    }

    @Test
    void noWishIsThePlanOfTheProfession() {
        assertThat(plan.arranged(List.of())).isEqualTo(plan.columns());
    }

    @Test
    void aPanelThatTheProfessionHasNotIsLeftOutOfTheWish() {
        var worker = SummaryPlan.of(Profession.CARE_WORKER, SummaryPlan.GENERAL);
        assertThat(worker.arranged(List.of("results", "fresh")).stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        worker.columns().stream().flatMap(List::stream).toList())
                .startsWith(FRESH);
    }
}
