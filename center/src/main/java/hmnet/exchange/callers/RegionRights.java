package hmnet.exchange.callers;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Rights of scope `region` (地域全体の権利の申請): one operator asks, another one grants.
@Component
public class RegionRights {
    private final JdbcClient db;
    private final Callers callers;
    private final Audit audit;

    RegionRights(JdbcClient db, Callers callers, Audit audit) {
        this.db = db;
        this.callers = callers;
        this.audit = audit;
    }

    /// What waits for a second operator.
    public record Asked(Errand errand, OffsetDateTime since, StaffId by) {}

    /// What came of it.
    public enum Outcome {
        DONE,
        /// Whoever asked cannot be the one who agrees.
        SAME_PERSON,
        /// There is nothing that waits.
        NOTHING
    }

    @Transactional
    public void ask(FacilityId facility, Errand errand, Requester by) {
        var asked = db.sql("""
                        insert into exchange_right_asked (facility, errand, asked_by) values (?, ?, ?)
                            on conflict do nothing""")
                .params(facility.value(), errand.word(), by.staff().value())
                .update();
        if (asked == 1) {
            write("asked", facility, errand, by);
        }
    }

    @Transactional
    public Outcome agree(FacilityId facility, Errand errand, Requester by) {
        var asked = taken(facility, errand);
        if (asked.isEmpty()) {
            return Outcome.NOTHING;
        }
        if (asked.get().by().equals(by.staff())) {
            return Outcome.SAME_PERSON;
        }
        end(facility, errand);
        write("agreed", facility, errand, by);
        callers.grant(facility, errand, Scope.REGION, by.actor().word());
        return Outcome.DONE;
    }

    /// By another one, or by whoever asked.
    @Transactional
    public Outcome refuse(FacilityId facility, Errand errand, Requester by) {
        if (taken(facility, errand).isEmpty()) {
            return Outcome.NOTHING;
        }
        end(facility, errand);
        write("refused", facility, errand, by);
        return Outcome.DONE;
    }

    public List<Asked> waiting(FacilityId facility) {
        return db.sql("select errand, asked_at, asked_by from exchange_right_asked where facility = ? order by errand")
                .param(facility.value())
                .query((row, number) -> new Asked(
                        Errand.of(row.getString("errand")),
                        row.getObject("asked_at", OffsetDateTime.class),
                        new StaffId(row.getLong("asked_by"))))
                .list();
    }

    /// The facilities for which something waits.
    public Set<FacilityId> facilities() {
        return db.sql("select distinct facility from exchange_right_asked")
                .query((row, number) -> new FacilityId(row.getLong("facility")))
                .set();
    }

    /// Locked, so that two who answer at once are one after the other.
    private Optional<Asked> taken(FacilityId facility, Errand errand) {
        db.sql("select from exchange_right_asked where facility = ? and errand = ? for update")
                .params(facility.value(), errand.word())
                .query(row -> {});
        return waiting(facility).stream().filter(one -> one.errand() == errand).findFirst();
    }

    private void end(FacilityId facility, Errand errand) {
        db.sql("delete from exchange_right_asked where facility = ? and errand = ?")
                .params(facility.value(), errand.word())
                .update();
    }

    private void write(String outcome, FacilityId about, Errand errand, Requester by) {
        audit.write(by.did(Action.EXCHANGE_RIGHT, outcome)
                .at(about.value())
                .with("errand", errand.word())
                .with("scope", Scope.REGION.word()));
    }
}
