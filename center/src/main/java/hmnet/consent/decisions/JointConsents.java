package hmnet.consent.decisions;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.ground.database.ColumnWord;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What each of several persons agreed to, and what holds for them as one (結合した人物の同意).
@Component
public class JointConsents {
    private final JdbcClient db;

    JointConsents(JdbcClient db) {
        this.db = db;
    }

    /// What holds of one person, or of several as one.
    ///
    /// @param chosen whether the office lets this consent hold for all who are one
    public record JointConsent(
            PersonId person,
            ConsentState state,
            long kinds,
            long labels,
            @Nullable LocalDate since,
            boolean chosen) {
        /// The ready position it amounts to, as in `consent.position.…`; `none` where nothing was said,
        /// `other` where it is none of them.
        public String position() {
            return switch (state) {
                case NONE -> state.word();
                case WITHDRAWN -> "nothing";
                case GIVEN -> given();
            };
        }

        private String given() {
            return Arrays.stream(ConsentChoice.values())
                    .filter(choice -> choice.given() && choice.kinds() == kinds && choice.labels() == labels)
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .findFirst()
                    .orElse("other");
        }

        public boolean opens() {
            return state == ConsentState.GIVEN;
        }

        /// The narrower of both, from the later day.
        private JointConsent with(JointConsent other) {
            return new JointConsent(
                    person,
                    state.narrower(other.state),
                    kinds & other.kinds,
                    labels & other.labels,
                    since == null || other.since != null && other.since.isAfter(since) ? other.since : since,
                    false);
        }
    }

    /// One of each person, in the order of their ids.
    public List<JointConsent> of(Collection<PersonId> people) {
        return db.sql("""
                        select p.id, coalesce(c.state, %1$s) as state, coalesce(c.kinds, -1) as kinds,
                               coalesce(c.labels, -1) as labels, coalesce(c.joined_under = c.person, false) as chosen,
                               case when c.state <> %1$s then (c.changed_at at time zone 'Asia/Tokyo')::date end as since
                          from person p left join consent c on c.person = p.id
                         where p.id = any(?::uuid[]) order by p.id""".formatted(ConsentState.NONE.sql()))
                .param(people.stream().map(PersonId::toString).toArray(String[]::new))
                .query((row, number) -> new JointConsent(
                        new PersonId(row.getObject("id", UUID.class)),
                        ColumnWord.read(row, "state", ConsentState.class),
                        row.getLong("kinds"),
                        row.getLong("labels"),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("chosen")))
                .list();
    }

    /// What holds for all of them as one, as [Decisions] decides: the consent the office chose, else the
    /// narrower.
    public static JointConsent together(List<JointConsent> all) {
        return all.stream()
                .filter(JointConsent::chosen)
                .findFirst()
                .or(() -> all.stream().reduce(JointConsent::with))
                .orElseThrow();
    }
}
