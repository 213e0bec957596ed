package hmnet.office.incidents;

import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.Decision.Refused;
import hmnet.consent.decisions.Decisions;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.people.patients.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells those who were shown a chart in which another human's records stood (混在のお知らせ), while the chart is
/// open to them. To others the office speaks by telephone.
@Component
public class MixedNotices {
    private static final int MOST = 100;
    private final JdbcClient db;
    private final Decisions decisions;
    private final DeskTraces traces;

    MixedNotices(JdbcClient db, Decisions decisions, DeskTraces traces) {
        this.db = db;
        this.decisions = decisions;
        this.traces = traces;
    }

    private record MixedNoticeRow(long id, PersonId person, OffsetDateTime from, OffsetDateTime until) {}

    /// What the requester is to be told and has not confirmed. What is told leaves its trace.
    @Transactional
    public List<MixedNotice> of(Requester requester) {
        return requester.may(Right.VIEW_CHART)
                ? unconfirmed(requester).stream()
                        .flatMap(kept -> told(requester, kept))
                        .toList()
                : List.of();
    }

    /// The requester confirms notices; somebody else's stay as they are.
    @Transactional
    public void seen(Requester requester, Collection<Long> ids) {
        db.sql(
                        "update incident_viewer set confirmed_at = now() where staff = ? and id = any(?) and confirmed_at is null")
                .params(requester.staff().value(), ids.toArray(Long[]::new))
                .update();
    }

    private List<MixedNoticeRow> unconfirmed(Requester requester) {
        return db.sql("""
                        select v.id, i.person, i.stood_from, i.stood_until
                          from incident_viewer v join incident i on i.id = v.incident
                         where v.staff = ? and v.confirmed_at is null and i.patient is not null order by v.id desc limit ?""")
                .params(requester.staff().value(), MOST)
                .query(MixedNotices::read)
                .list();
    }

    private static MixedNoticeRow read(ResultSet row, int number) throws SQLException {
        return new MixedNoticeRow(
                row.getLong("id"),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("stood_from", OffsetDateTime.class),
                row.getObject("stood_until", OffsetDateTime.class));
    }

    private Stream<MixedNotice> told(Requester requester, MixedNoticeRow kept) {
        return switch (decisions.decide(requester, kept.person(), Purpose.TREATMENT)) {
            case Granted(var person, var grant, var door) -> {
                traces.write(Action.INCIDENT_TOLD, person.id(), requester, Map.of());
                yield Stream.of(new MixedNotice(kept.id(), person.id(), person.name(), kept.from(), kept.until()));
            }
            case Refused refused -> Stream.empty();
        };
    }
}
