package hmnet.office.incidents;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// By when the incident has to be reported (報告の期限), and what is still to be done before it may be closed.
/// 個人情報保護法 第26条, 施行規則 第8条: at once, which the commission reads as three to five days, and in full
/// within thirty days. The day it was noticed counts as the first, so that no reading of the rule is later.
public record ReportDuty(LocalDate noticedOn) {
    private static final int PROMPT_DAYS = 3;
    private static final int PROMPT_DAYS_MOST = 5;
    private static final int FULL_DAYS = 30;

    public LocalDate promptFrom() {
        return noticedOn.plusDays(PROMPT_DAYS - 1L);
    }

    public LocalDate promptBy() {
        return noticedOn.plusDays(PROMPT_DAYS_MOST - 1L);
    }

    public LocalDate fullBy() {
        return noticedOn.plusDays(FULL_DAYS - 1L);
    }

    /// What keeps an incident open.
    enum MissingStep {
        DUTY,
        PROMPT_REPORT,
        FULL_REPORT,
        PERSON_TOLD,
        OTHER_TOLD
    }

    /// What the steps taken so far leave to do, in their order; the last word on the duty counts.
    static Set<MissingStep> missing(Collection<Step> taken) {
        var missing = EnumSet.noneOf(MissingStep.class);
        var duty = taken.stream()
                .filter(step -> step == Step.DUTY_YES || step == Step.DUTY_NO)
                .reduce((earlier, later) -> later);
        if (duty.isEmpty()) {
            missing.add(MissingStep.DUTY);
        }
        if (duty.filter(Step.DUTY_YES::equals).isPresent()) {
            if (!taken.contains(Step.PROMPT_REPORT)) {
                missing.add(MissingStep.PROMPT_REPORT);
            }
            if (!taken.contains(Step.FULL_REPORT)) {
                missing.add(MissingStep.FULL_REPORT);
            }
        }
        if (!taken.contains(Step.PERSON_TOLD)) {
            missing.add(MissingStep.PERSON_TOLD);
        }
        if (!taken.contains(Step.OTHER_TOLD)) {
            missing.add(MissingStep.OTHER_TOLD);
        }
        return missing;
    }
}
