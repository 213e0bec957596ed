package hmnet.consent.decisions;

import hmnet.consent.consents.ConsentState;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Heirs;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.people.patients.PersonId;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How persons stand to a facility (本人と施設の関係): relations and consents of many at once, for what is told
/// beyond charts.
@Component
public class Standings {
    private final JdbcClient db;
    private final Facilities facilities;
    private final Successions successions;

    Standings(JdbcClient db, Facilities facilities, Successions successions) {
        this.facilities = facilities;
        this.db = db;
        this.successions = successions;
    }

    /// @param related whether the facility cares for the person now
    /// @param given whether a consent is given
    /// @param whole whether that consent leaves out no kind of record and nothing sensitive
    /// @param closed whether the person closed something to this facility
    /// @param issuers where the tie rests on 開示カード alone: the hospitals whose records these open; else null
    public record RelationStanding(
            boolean related,
            boolean given,
            boolean whole,
            boolean closed,
            @Nullable Set<Long> issuers) {
        public static final RelationStanding NONE = new RelationStanding(false, false, false, false, null);

        /// Whether what a facility holds of the person is told on this tie.
        public boolean reaches(FacilityId facility) {
            return issuers == null || issuers.contains(facility.value());
        }
    }

    /// Inside the caller's transaction, with a share lock on each consent until it ends: a withdrawal
    /// waits for the answer and nothing told after its commit rests on it. Rows are locked in one order.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<PersonId, RelationStanding> of(FacilityId facility, Collection<PersonId> people) {
        var heirs = successions.now();
        var standings = new HashMap<PersonId, RelationStanding>();
        db.sql("""
                        select c.person, c.state = :given as given, c.kinds = -1 and c.labels = -1 as whole,
                               r.person is not null as related, r.issuers,
                               array(select d.facility
                                       from disclosure_consent d join standing_facility h on h.id = d.facility
                                      where d.person = c.person and d.state = :given) as own_consents,
                               c.provisions > 0
                                 and exists (select from consent_provision p
                                              where p.person = c.person and p.ended_at is null and p.staff is null
                                                and p.since <= now() and (p.until is null or p.until > now())
                                                and (p.facility = any(:line::bigint[])
                                                     or p.facility_kinds & :kind <> 0
                                                     or not p.other_than && :consented::bigint[])) as closed
                          from consent c
                          left join lateral (select l.person, l.issuers from relation l
                                              where l.facility = any(:caring::bigint[]) and l.person = c.person
                                                and l.until > now()
                                              order by l.issuers is not null limit 1) r on true
                         where c.person = any(:people::uuid[])
                         order by c.person
                           for share of c""")
                .param("given", ConsentState.GIVEN.word())
                .param("caring", heirs.numbers(facility, Follows.RELATIONS))
                .param("line", heirs.numbers(facility, Follows.SHUTTING_OUT))
                .param("kind", facilities.get(facility).kind().mask())
                .param("consented", heirs.numbers(facility, Follows.CONSENTS))
                .param("people", people.stream().map(PersonId::toString).toArray(String[]::new))
                .query(row -> {
                    standings.put(
                            new PersonId(row.getObject("person", UUID.class)),
                            new RelationStanding(
                                    row.getBoolean("related"),
                                    row.getBoolean("given"),
                                    row.getBoolean("given") && row.getBoolean("whole"),
                                    row.getBoolean("closed"),
                                    issuers(row.getArray("issuers"), row.getArray("own_consents"), heirs)));
                });
        return standings;
    }

    /// Cards open what their issuer's own consent opens, whoever followed to the issuer.
    private static @Nullable Set<Long> issuers(@Nullable Array issuers, Array consents, Heirs heirs)
            throws SQLException {
        if (issuers == null) {
            return null;
        }
        var opened = new HashSet<>(heirs.of(numbers(issuers), Follows.CARDS));
        opened.retainAll(heirs.of(numbers(consents), Follows.CONSENTS));
        return Set.copyOf(opened);
    }

    private static Set<Long> numbers(Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((Long[]) array.getArray()));
    }
}
