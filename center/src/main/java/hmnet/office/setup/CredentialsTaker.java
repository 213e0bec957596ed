package hmnet.office.setup;

import hmnet.ground.design.JapaneseDates;
import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedLine;
import hmnet.office.setup.Plan.PlannedResident;
import hmnet.office.setup.Plan.PlannedRule;
import hmnet.office.setup.Plan.PlannedStaff;
import hmnet.office.setup.TakeOver.TakeOverResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Remembers whom the credentials name (資格情報に載る参加者).
final class CredentialsTaker implements PlanFile.PlanTaker {
    private static final int NAMED = 30;
    private static final int ADULT = 18;
    private final TakeOverResult takeOverResult =
            new TakeOverResult(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    @Override
    public void facility(PlannedFacility facility) {
        takeOverResult.facilities().add(facility);
    }

    @Override
    public void staff(PlannedStaff staff) {
        takeOverResult.staff().add(staff);
    }

    @Override
    public void rule(PlannedRule rule) {}

    @Override
    public void line(PlannedLine line) {}

    @Override
    public void check(PlannedResident resident) {}

    @Override
    public void residents(List<PlannedResident> batch) {
        for (var resident : batch) {
            var named = takeOverResult.residents();
            if (resident.featured() != null
                    || named.size() < NAMED
                    || isChild(resident) && named.stream().noneMatch(CredentialsTaker::isChild)) {
                named.add(resident);
            }
        }
    }

    /// A child who has a card and whose parents agreed: one is named, so that a parent can open their page.
    static boolean isChild(PlannedResident resident) {
        return resident.card() != null
                && "given".equals(resident.consent())
                && resident.birthDate().plusYears(ADULT).isAfter(LocalDate.now(JapaneseDates.JAPAN));
    }

    TakeOverResult taken() {
        return takeOverResult;
    }
}
