package hmnet.office.setup;

import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedLine;
import hmnet.office.setup.Plan.PlannedResident;
import hmnet.office.setup.Plan.PlannedRule;
import hmnet.office.setup.Plan.PlannedStaff;
import hmnet.office.setup.TakeOver.TakeOverResult;
import java.util.ArrayList;
import java.util.List;

/// Remembers whom the credentials name (資格情報に載る参加者).
final class CredentialsTaker implements PlanFile.PlanTaker {
    private static final int NAMED = 30;
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
        batch.stream()
                .filter(resident -> resident.featured() != null
                        || takeOverResult.residents().size() < NAMED)
                .forEach(takeOverResult.residents()::add);
    }

    TakeOverResult taken() {
        return takeOverResult;
    }
}
