package hmnet.consent;

import hmnet.directory.FacilityId;
import hmnet.directory.Requester;
import hmnet.identity.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which facility cares for whom (関係). A relation ends by rule thirteen months after it was last shown.
@Component
public class Relations {
    private final JdbcClient db;

    Relations(JdbcClient db) {
        this.db = db;
    }

    /// Makes or prolongs the relation of the requester's facility.
    void relate(Requester requester, PersonId person, String how) {
        db.sql("""
                        insert into relation (facility, person, until, how, staff)
                        values (?, ?, now() + interval '13 months', ?, ?)
                            on conflict (facility, person) do update
                           set until = excluded.until, how = excluded.how, staff = excluded.staff""")
                .params(
                        requester.facility().value(),
                        person.value(),
                        how,
                        requester.staff().value())
                .update();
    }

    /// The persons a facility has a relation with, newest first, at most `limit`.
    public List<PersonId> of(FacilityId facility, int limit) {
        return db.sql("""
                        select person from relation
                         where facility = ? and until > now() order by since desc, person limit ?""")
                .params(facility.value(), limit)
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }
}
