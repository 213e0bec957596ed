package hmnet.office.setup;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedLine;
import hmnet.office.setup.Plan.PlannedResident;
import hmnet.office.setup.Plan.PlannedRule;
import hmnet.office.setup.Plan.PlannedStaff;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes over a plan file into an empty centre (初期移行), all or nothing. Residents stream through in
/// batches, so the file may hold a prefecture.
@Component
class TakeOver {
    private final Participants participants;
    private final MachineConnections connections;
    private final Residents residents;
    private final Audit audit;
    private final JsonMapper json;

    TakeOver(
            Participants participants,
            MachineConnections connections,
            Residents residents,
            Audit audit,
            JsonMapper json) {
        this.participants = participants;
        this.connections = connections;
        this.residents = residents;
        this.audit = audit;
        this.json = json;
    }

    /// Takes over and returns what the credentials name.
    ///
    /// @throws BadPlan with the line at fault; nothing was taken over then
    @Transactional
    public TakeOverResult take(Path plan, Path pki) {
        var naming = new CredentialsTaker();
        new PlanFile(plan, json).read(new StoringTaker(naming, pki));
        audit.write(Trace.of(Action.SETUP, Actor.CENTRE, "taken-over").with("file", "plan.json"));
        return naming.taken();
    }

    /// What the credentials name of a plan that was taken over before.
    TakeOverResult named(Path plan) {
        var naming = new CredentialsTaker();
        new PlanFile(plan, json).read(naming);
        return naming.taken();
    }

    /// Whether facilities stand in the centre already.
    boolean done() {
        return participants.any();
    }

    /// What was taken over, as far as the credentials name it: residents that are examples, and a few others.
    record TakeOverResult(
            List<PlannedFacility> facilities, List<PlannedStaff> staff, List<PlannedResident> residents) {}

    /// Stores what the file holds.
    private final class StoringTaker implements PlanFile.PlanTaker {
        private final Map<String, FacilityId> facilities = new HashMap<>();
        private final CredentialsTaker naming;
        private final Path pki;

        StoringTaker(CredentialsTaker naming, Path pki) {
            this.naming = naming;
            this.pki = pki;
        }

        @Override
        public void facility(PlannedFacility facility) {
            facilities.put(facility.code(), participants.facility(facility, pki));
            naming.facility(facility);
        }

        @Override
        public void staff(PlannedStaff staff) {
            known(staff.facility());
            participants.staff(staff, facilities, false);
            naming.staff(staff);
        }

        @Override
        public void rule(PlannedRule rule) {
            known(rule.facility());
            participants.rule(rule, facilities);
        }

        @Override
        public void line(PlannedLine line) {
            known(line.facility());
            connections.line(line, facilities);
        }

        @Override
        public void check(PlannedResident resident) {
            resident.patients().forEach(chart -> known(chart.facility()));
        }

        @Override
        public void residents(List<PlannedResident> batch) {
            residents.takeOver(batch, facilities);
            naming.residents(batch);
        }

        private void known(String code) {
            if (!facilities.containsKey(code)) {
                throw new IllegalArgumentException("no facility " + code + " stands before this line");
            }
        }
    }
}
