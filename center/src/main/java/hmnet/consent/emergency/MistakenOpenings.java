package hmnet.consent.emergency;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The wrong person was opened (人違い): who opened it says so in one tap, and it ends at once. It becomes an incident of
/// the office.
@Component
public class MistakenOpenings {
    private static final int FACILITIES_MOST = 500;

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MistakenOpenings(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /// Says so of one's own opening, whether it is still open or not. What hospitals opened of it ends too.
    ///
    /// @return false where it is not theirs, none of an emergency, or was said before
    @Transactional
    public boolean say(Requester by, long id) {
        // The crew's row first, as everywhere that hands on: no deadlock.
        db.sql(
                        "select id from emergency_opening where id = (select coalesce(handed_from, id) from emergency_opening where id = ?) for update")
                .param(id)
                .query(Long.class)
                .optional();
        var said = db.sql("""
                        update emergency_opening
                           set mistaken_at = now(), ended_at = coalesce(ended_at, least(now(), until))
                         where id = ? and staff = ? and facility = ? and door <> 'disaster' and mistaken_at is null
                        returning *""")
                .params(id, by.staff().value(), by.facility().value())
                .query(EmergencyRows::read)
                .optional();
        said.ifPresent(opening -> {
            var handed = db.sql("""
                            update emergency_opening set ended_at = coalesce(ended_at, least(now(), until))
                             where handed_from = ? returning *""").param(id).query(EmergencyRows::read).list();
            audit.write(by.did(
                            Action.EMERGENCY_MISTAKEN,
                            opening.person().value(),
                            "mistaken",
                            Map.of(
                                    "opening",
                                    Long.toString(id),
                                    "door",
                                    opening.door().word()))
                    .purpose(opening.door().purpose().code()));
            events.publishEvent(new MistakenOpening(opening, handed, by));
        });
        return said.isPresent();
    }

    /// How often a facility's staff opened an emergency door, and how often it was the wrong person (人違いの数).
    public record MistakeCount(FacilityId facility, long openings, long mistaken) {}

    /// Those of the last days by facility, the most mistakes first.
    public List<MistakeCount> counts(int days) {
        return db.sql("""
                        select facility, count(*) as openings, count(mistaken_at) as mistaken
                          from emergency_opening
                         where opened_at > now() - make_interval(days => ?) and door <> 'disaster'
                         group by facility order by count(mistaken_at) desc, facility limit ?""")
                .params(days, FACILITIES_MOST)
                .query((row, number) -> new MistakeCount(
                        new FacilityId(row.getLong("facility")), row.getLong("openings"), row.getLong("mistaken")))
                .list();
    }
}
