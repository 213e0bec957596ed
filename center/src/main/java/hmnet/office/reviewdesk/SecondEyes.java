package hmnet.office.reviewdesk;

import hmnet.consent.consents.ConsentState;
import hmnet.ground.database.ColumnWord;
import hmnet.people.arrivals.Pair;
import hmnet.people.arrivals.ReviewReason;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import hmnet.people.patients.PersonId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which decisions need a second person (四つの目). The rule is a table; what it says of a pair is pure.
@Component
class SecondEyes {
    private final JdbcClient db;

    SecondEyes(JdbcClient db) {
        this.db = db;
    }

    /// What the table names: a kind of question, or what a join would bring together.
    enum Case {
        LIKELY,
        CROSSED,
        PERSONS,
        CONTRADICTION,
        CONSENTS,
        CARDS;

        static Case of(ReviewReason why) {
            return switch (why) {
                case LIKELY -> LIKELY;
                case CROSSED -> CROSSED;
                case PERSONS -> PERSONS;
                case CONTRADICTION -> CONTRADICTION;
            };
        }
    }

    /// What a person agreed to, and whether they hold a card.
    record ConsentSummary(ConsentState state, long kinds, long labels, boolean card) {
        static final ConsentSummary NOBODY = new ConsentSummary(ConsentState.NONE, -1, -1, false);

        boolean agreesAs(ConsentSummary other) {
            return state == other.state && kinds == other.kinds && labels == other.labels;
        }
    }

    /// Why a second person is needed for each decision; none where one is enough.
    record SecondPersonNeed(Set<Case> forSame, Set<Case> forDifferent) {
        boolean by(ReviewDecision decision) {
            return switch (decision) {
                case SAME -> !forSame.isEmpty();
                case DIFFERENT -> !forDifferent.isEmpty();
                case LATER -> false;
            };
        }
    }

    SecondPersonNeed of(Pair pair) {
        return needed(
                ruled(),
                pair.why(),
                !pair.joined() && pair.one().person() != null && pair.other().person() != null,
                standing(pair.one().person()),
                standing(pair.other().person()));
    }

    /// Whether two persons of the office may be joined by two only.
    boolean forJoining(PersonId one, PersonId other) {
        return needed(ruled(), ReviewReason.PERSONS, true, standing(one), standing(other))
                .by(ReviewDecision.SAME);
    }

    /// @param joins whether "the same" would bring two persons together
    static SecondPersonNeed needed(
            Set<Case> ruled, ReviewReason why, boolean joins, ConsentSummary one, ConsentSummary other) {
        var kind = EnumSet.of(Case.of(why));
        kind.retainAll(ruled);
        var same = EnumSet.copyOf(kind);
        if (joins && ruled.contains(Case.CONSENTS) && !one.agreesAs(other)) {
            same.add(Case.CONSENTS);
        }
        if (joins && ruled.contains(Case.CARDS) && one.card() && other.card()) {
            same.add(Case.CARDS);
        }
        return new SecondPersonNeed(same, kind);
    }

    private Set<Case> ruled() {
        return db.sql("select \"case\" from review_second_rule where second")
                .query((row, number) -> Case.valueOf(row.getString("case")))
                .set();
    }

    private ConsentSummary standing(@Nullable PersonId person) {
        return person == null
                ? ConsentSummary.NOBODY
                : db.sql("select state, kinds, labels, card from person_agreed where person = ?")
                        .param(person.value())
                        .query((row, number) -> new ConsentSummary(
                                ColumnWord.read(row, "state", ConsentState.class),
                                row.getLong("kinds"),
                                row.getLong("labels"),
                                row.getBoolean("card")))
                        .optional()
                        .orElse(ConsentSummary.NOBODY);
    }
}
