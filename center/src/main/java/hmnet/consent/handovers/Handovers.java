package hmnet.consent.handovers;

import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.consent.emergency.HandedOpenings;
import hmnet.consent.emergency.MistakenOpening;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// What crews hand on to hospitals (搬送先への共有). A crew hands its opening on to one hospital at a time; there whoever has
/// the emergency doors opens the first page by the crew's door and reason. The hospital before loses it.
@Component
public class Handovers {
    private static final int ARRIVALS_MOST = 100;
    private static final int RECENT_MOST = 5;

    private final JdbcClient db;
    private final EmergencyOpenings openings;
    private final HandedOpenings handed;
    private final ReceivingHospitals hospitals;
    private final Protections protections;
    private final HandoverSettings settings;
    private final Audit audit;
    private final Clock clock;
    private final TransactionOperations transaction;

    Handovers(
            JdbcClient db,
            EmergencyOpenings openings,
            HandedOpenings handed,
            ReceivingHospitals hospitals,
            Protections protections,
            HandoverSettings settings,
            Audit audit,
            Clock clock,
            TransactionOperations transaction) {
        this.db = db;
        this.openings = openings;
        this.handed = handed;
        this.hospitals = hospitals;
        this.protections = protections;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Hands an own opening that stands open on to a hospital; another that had it loses it.
    ///
    /// @param minutes until the crew expects to be there, or null
    /// @return false where it does not stand open, the hospital takes none, or the person is kept from it
    @Transactional
    public boolean share(Requester by, long opening, FacilityId to, @Nullable Integer minutes) {
        hold(opening);
        var own = shareable(by, opening);
        if (own.isEmpty()
                || !hospitals.takes(to)
                || protections.shutsOut(to, own.get().person())) {
            return false;
        }
        standing(opening).ifPresent(before -> end(by, before, own.get(), HandoverEnding.CHANGED));
        db.sql("""
                        insert into emergency_handover (opening, from_facility, from_staff, to_facility, expected_at, until)
                        values (:opening, :from, :staff, :to, now() + make_interval(mins => :minutes),
                                now() + make_interval(secs => :seconds))""")
                .param("opening", opening)
                .param("from", by.facility().value())
                .param("staff", by.staff().value())
                .param("to", to.value())
                .param("minutes", minutes, Types.INTEGER)
                .param("seconds", settings.lasts().toSeconds())
                .update();
        trace(by, own.get(), Action.EMERGENCY_HANDED_ON, "handed-on", to);
        return true;
    }

    /// An own opening that may be handed on: a crew's, while it stands open.
    public Optional<EmergencyOpening> shareable(Requester by, long opening) {
        return openings.own(by, opening)
                .filter(one -> by.emergencyOnly() && by.may(Right.EMERGENCY))
                .filter(one -> one.isOfEmergency() && one.handedFrom() == null && one.isOpen(now()));
    }

    /// The crew takes it back: whoever opened it at the hospital loses it too.
    @Transactional
    public boolean takeBack(Requester by, long opening) {
        var own = openings.own(by, opening);
        if (own.isEmpty()) {
            return false;
        }
        hold(opening);
        var before = standing(opening);
        before.ifPresent(one -> end(by, one, own.get(), HandoverEnding.TAKEN_BACK));
        return before.isPresent();
    }

    /// The hospital says that they arrived, or went elsewhere.
    @Transactional
    public boolean close(Requester by, long id, HandoverEnding ending) {
        var arrival = arriving(by, id);
        if (arrival.isEmpty()) {
            return false;
        }
        hold(arrival.get().opening());
        var standing = arriving(by, id);
        standing.ifPresent(one -> end(by, one, handed.crewOpening(one.opening()).orElseThrow(), ending));
        return standing.isPresent();
    }

    /// One who arrived may still be read until the minute of each look; whoever does not come is closed at once.
    private void end(Requester by, HospitalHandover one, EmergencyOpening opening, HandoverEnding ending) {
        db.sql("update emergency_handover set ended_at = now(), ending = ? where id = ?")
                .params(ending.word(), one.id())
                .update();
        if (ending != HandoverEnding.ARRIVED) {
            handed.end(one.opening(), one.to());
        }
        trace(by, opening, Action.EMERGENCY_HANDOVER_ENDED, ending.word(), one.to());
    }

    /// Opens the first page to somebody of the hospital, by the crew's door and reason.
    public Optional<EmergencyOpening> open(Requester by, long id) {
        var arrival = arriving(by, id);
        if (arrival.isEmpty()) {
            return Optional.empty();
        }
        var crew = handed.crewOpening(arrival.get().opening()).orElseThrow();
        var opened = transaction.execute(status -> {
            hold(crew.id());
            var made = arriving(by, id)
                    .flatMap(
                            one -> handed.open(by, handed.crewOpening(crew.id()).orElseThrow(), one.until()));
            if (made.isEmpty()) {
                status.setRollbackOnly();
            }
            return made.orElse(null);
        });
        if (opened == null) {
            openings.refused(by, crew.person(), crew.door());
        }
        return Optional.ofNullable(opened);
    }

    /// Who is on the way to the requester's hospital, those expected first on top.
    public List<HospitalHandover> arrivals(Requester by) {
        return by.may(Right.EMERGENCY)
                ? db.sql("""
                                select * from emergency_handover
                                 where to_facility = ? and ended_at is null and until > now()
                                 order by coalesce(expected_at, at), id limit ?""")
                        .params(by.facility().value(), ARRIVALS_MOST)
                        .query(Handovers::read)
                        .list()
                : List.of();
    }

    /// That the list was shown, in the log; it names nobody.
    @Transactional
    public void listed(Requester by, int lines) {
        audit.write(by.did(Action.EMERGENCY_ARRIVALS_LISTED, "shown").with("lines", Integer.toString(lines)));
    }

    /// One of them; another hospital's is none.
    public Optional<HospitalHandover> arriving(Requester by, long id) {
        return by.may(Right.EMERGENCY)
                ? db.sql("""
                                select * from emergency_handover
                                 where id = ? and to_facility = ? and ended_at is null and until > now()""")
                        .params(id, by.facility().value())
                        .query(Handovers::read)
                        .optional()
                : Optional.empty();
    }

    /// What became of an own opening's last handing on.
    public Optional<HospitalHandover> last(Requester by, long opening) {
        return db.sql("""
                        select * from emergency_handover where opening = ? and from_staff = ? and from_facility = ?
                         order by id desc limit 1""")
                .params(opening, by.staff().value(), by.facility().value())
                .query(Handovers::read)
                .optional();
    }

    /// The hospitals that the requester's crews chose last, the newest first.
    public List<FacilityId> recent(Requester by) {
        return db.sql("""
                        select to_facility from (select to_facility, id from emergency_handover
                                                  where from_facility = ? order by id desc limit 500) h
                         group by to_facility order by max(id) desc limit ?""")
                .params(by.facility().value(), RECENT_MOST)
                .query((row, number) -> new FacilityId(row.getLong("to_facility")))
                .list();
    }

    /// The wrong person: nothing of it is handed on any more, and where a hospital says so, not to it.
    @EventListener
    void mistaken(MistakenOpening mistaken) {
        var opening = mistaken.opening();
        var crew = opening.handedFrom() == null ? opening.id() : opening.handedFrom();
        hold(crew);
        standing(crew)
                .filter(one -> opening.handedFrom() == null || one.to().equals(opening.facility()))
                .ifPresent(one -> end(mistaken.by(), one, opening, HandoverEnding.WRONG_PERSON));
    }

    /// One after another for each opening, until the transaction ends.
    private void hold(long opening) {
        db.sql("select id from emergency_opening where id = ? for update")
                .param(opening)
                .query(Long.class)
                .optional();
    }

    private Optional<HospitalHandover> standing(long opening) {
        return db.sql("select * from emergency_handover where opening = ? and ended_at is null")
                .param(opening)
                .query(Handovers::read)
                .optional();
    }

    private void trace(Requester by, EmergencyOpening opening, Action action, String outcome, FacilityId to) {
        audit.write(by.did(
                        action,
                        opening.person().value(),
                        outcome,
                        Map.of(
                                "opening", Long.toString(opening.id()),
                                "door", opening.door().word(),
                                "to", Long.toString(to.value())))
                .purpose(opening.door().purpose().code()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static HospitalHandover read(ResultSet row, int number) throws SQLException {
        return new HospitalHandover(
                row.getLong("id"),
                row.getLong("opening"),
                new FacilityId(row.getLong("from_facility")),
                new FacilityId(row.getLong("to_facility")),
                row.getObject("expected_at", OffsetDateTime.class),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("until", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class),
                row.getString("ending") == null ? null : ColumnWord.read(row, "ending", HandoverEnding.class));
    }
}
