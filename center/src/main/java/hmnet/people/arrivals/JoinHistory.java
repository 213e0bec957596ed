package hmnet.people.arrivals;

import hmnet.people.arrivals.LinkHistory.LinkPeriod;
import hmnet.people.links.SealedJoinReasons;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who was joined with whom, when and why (結合の履歴).
@Component
public class JoinHistory {
    private static final int MOST = 200;
    private final JdbcClient db;
    private final SealedNumbers numbers;
    private final SealedJoinReasons reasons;

    JoinHistory(JdbcClient db, SealedNumbers numbers, SealedJoinReasons reasons) {
        this.reasons = reasons;
        this.numbers = numbers;
        this.db = db;
    }

    /// Two persons joined, or parted.
    ///
    /// @param joined whether this was the joining
    /// @param by `staff:N`, or another word for who it was
    /// @param review the question of the review desk whose decision this was; nothing for any other
    public record JoinEvent(
            PersonId person,
            PersonId other,
            boolean joined,
            OffsetDateTime at,
            String by,
            String why,
            OptionalLong review) {
        Set<PersonId> both() {
            return Set.of(person, other);
        }
    }

    /// The question of the review desk that a reason names, as that desk writes it.
    public static OptionalLong review(String why) {
        return why.matches("review [0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(why.substring("review ".length())))
                : OptionalLong.empty();
    }

    /// What was said of these persons, the latest first.
    public List<JoinEvent> of(Collection<PersonId> people) {
        var ids = people.stream().map(PersonId::toString).toArray(String[]::new);
        return db.sql("""
                        select person, other, action = 'join' as joined, at, by, why, review from same_person_event
                         where person = any(cast(:ids as uuid[])) or other = any(cast(:ids as uuid[]))
                         order by id desc limit :most""")
                .param("ids", ids)
                .param("most", MOST)
                .query(this::event)
                .list();
    }

    private JoinEvent event(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var other = row.getObject("other", UUID.class);
        var review = row.getObject("review", Long.class);
        return new JoinEvent(
                new PersonId(person),
                new PersonId(other),
                row.getBoolean("joined"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("by"),
                reasons.open(person, other, row.getBytes("why")),
                review == null ? OptionalLong.empty() : OptionalLong.of(review));
    }

    /// The joins that a review's decision made and that are the last word about those two.
    public List<JoinEvent> madeBy(long review) {
        return db.sql("""
                        select person, other, true as joined, at, by, why, review
                          from same_person_event mine
                         where review = ? and action = 'join'
                           and not exists (select from same_person_event later
                                            where later.id > mine.id and later.person in (mine.person, mine.other)
                                              and later.other in (mine.person, mine.other))
                         order by id""").param(review).query(this::event).list();
    }

    /// After two persons were parted: the charts of each side that stood in the other's, from the first time
    /// any of them were joined, or the chart was linked if that came later. Nothing where they are one still,
    /// through others.
    ///
    /// @param one all who are one with the first of both
    /// @param other all who are one with the second
    public List<LinkPeriod> stood(Collection<PersonId> one, Collection<PersonId> other) {
        if (one.stream().anyMatch(other::contains)) {
            return List.of();
        }
        return db.sql("""
                        with side as (select p.person, 1 as side from unnest(:one::uuid[]) as p(person)
                                      union all select p.person, 2 from unnest(:other::uuid[]) as p(person)),
                             met as (select min(e.at) as at from same_person_event e
                                       join side a on a.person = e.person join side b on b.person = e.other
                                      where e.action = 'join' and a.side <> b.side)
                        select c.patient, shown.person, p.facility, p.number, clock_timestamp() as until,
                               greatest(met.at, (select min(e.at) from link_event e
                                                  where e.patient = c.patient and e.person = owner.person
                                                    and e.action = 'link')) as since
                          from met cross join side shown join side owner on owner.side <> shown.side
                         cross join lateral charts_of(owner.person) c join patient p on p.id = c.patient
                         order by shown.person, c.patient""")
                .param("one", one.stream().map(PersonId::toString).toArray(String[]::new))
                .param("other", other.stream().map(PersonId::toString).toArray(String[]::new))
                .query((row, n) -> LinkPeriod.read(row, numbers))
                .list();
    }

    /// Of these events those that hold: the last word about two persons, where it joins them.
    public static List<JoinEvent> holding(List<JoinEvent> latestFirst) {
        var seen = new HashSet<Set<PersonId>>();
        return latestFirst.stream()
                .filter(event -> seen.add(event.both()))
                .filter(JoinEvent::joined)
                .toList();
    }
}
