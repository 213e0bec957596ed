package hmnet.identity;

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

    JoinHistory(JdbcClient db) {
        this.db = db;
    }

    /// Two persons joined, or parted.
    ///
    /// @param joined whether this was the joining
    /// @param by `staff:N`, or another word for who it was
    public record Event(PersonId person, PersonId other, boolean joined, OffsetDateTime at, String by, String why) {
        Set<PersonId> both() {
            return Set.of(person, other);
        }

        /// The question of the review desk whose decision this was; nothing for any other.
        public OptionalLong review() {
            return JoinHistory.review(why);
        }
    }

    /// The question of the review desk that a reason names, as that desk writes it.
    public static OptionalLong review(String why) {
        return why.matches("review [0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(why.substring("review ".length())))
                : OptionalLong.empty();
    }

    /// What was said of these persons, the latest first.
    public List<Event> of(Collection<PersonId> people) {
        var ids = people.stream().map(PersonId::toString).toArray(String[]::new);
        return db.sql("""
                        select person, other, action = 'join' as joined, at, by, why from same_person_event
                         where person = any(cast(:ids as uuid[])) or other = any(cast(:ids as uuid[]))
                         order by id desc limit :most""")
                .param("ids", ids)
                .param("most", MOST)
                .query((row, number) -> new Event(
                        new PersonId(row.getObject("person", UUID.class)),
                        new PersonId(row.getObject("other", UUID.class)),
                        row.getBoolean("joined"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("by"),
                        row.getString("why")))
                .list();
    }

    /// Of these events those that hold: the last word about two persons, where it joins them.
    public static List<Event> holding(List<Event> latestFirst) {
        var seen = new HashSet<Set<PersonId>>();
        return latestFirst.stream()
                .filter(event -> seen.add(event.both()))
                .filter(Event::joined)
                .toList();
    }
}
