package hmnet.office.setup;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.signin.SignInAccounts;
import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedLine;
import hmnet.office.setup.Plan.PlannedResident;
import hmnet.office.setup.Plan.PlannedRule;
import hmnet.office.setup.Plan.PlannedStaff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes on facilities and people who join a centre at work (参加登録), from the file that
/// `HMNET_PARTICIPANTS` names, at each start. Who is known stays as they are; nobody is taken off.
@Component
public class Enrolment {
    private final Participants participants;
    private final MachineConnections connections;
    private final Facilities facilities;
    private final SignInAccounts accounts;
    private final Audit audit;
    private final JsonMapper json;

    Enrolment(
            Participants participants,
            MachineConnections connections,
            Facilities facilities,
            SignInAccounts accounts,
            Audit audit,
            JsonMapper json) {
        this.participants = participants;
        this.connections = connections;
        this.facilities = facilities;
        this.accounts = accounts;
        this.audit = audit;
        this.json = json;
    }

    /// Takes on whoever is new, all or nothing. How the new ones sign in the first time stands afterwards in
    /// a file beside it, mode 600: an initial password each, good for one sign-in, and the secret for the
    /// authenticator app.
    ///
    /// @return how many people joined
    /// @throws BadPlan with the line at fault; nobody was taken on then
    @Transactional(rollbackFor = Exception.class)
    public int join(Path file) throws IOException {
        var newcomers = new Newcomers(file);
        new PlanFile(file, json).read(newcomers);
        if (newcomers.joined > 0) {
            var told = newcomers.slips.store(file);
            audit.write(Trace.of(Action.SETUP, Actor.CENTRE, "joined")
                    .with("people", Integer.toString(newcomers.joined))
                    .with("file", told));
        }
        return newcomers.joined;
    }

    private final class Newcomers implements PlanFile.PlanTaker {
        private final Map<String, FacilityId> known = new HashMap<>();
        private final Set<String> fresh = new HashSet<>();
        private final SignInSlips slips = new SignInSlips(accounts, json);
        private final Path folder;
        private int joined;

        Newcomers(Path file) {
            this.folder = file.toAbsolutePath().resolveSibling("");
            facilities.all().forEach(facility -> known.put(facility.code(), facility.id()));
        }

        @Override
        public void facility(PlannedFacility facility) {
            var id = known.get(facility.code());
            if (id == null) {
                known.put(facility.code(), participants.facility(facility, folder));
                fresh.add(facility.code());
            } else {
                connections.certificateOf(facility, id, folder); // it may have been renewed
                connections.rightsOf(facility, id);
            }
        }

        @Override
        public void staff(PlannedStaff person) {
            known(person.facility());
            if (!participants.works(person.login())) {
                participants.staff(slips.of(person), known, true);
                joined++;
            }
        }

        @Override
        public void rule(PlannedRule rule) {
            known(rule.facility());
            if (fresh.contains(rule.facility())) {
                participants.rule(rule, known);
            }
        }

        /// Where a facility listens may have changed.
        @Override
        public void line(PlannedLine line) {
            known(line.facility());
            connections.line(line, known);
        }

        @Override
        public void check(PlannedResident resident) {
            throw new IllegalArgumentException("residents join at the office's page, not by this file");
        }

        @Override
        public void residents(List<PlannedResident> batch) {
            throw new IllegalStateException("No resident passes the check");
        }

        private void known(String code) {
            if (!known.containsKey(code)) {
                throw new IllegalArgumentException("no facility " + code + " stands before this line");
            }
        }
    }
}
