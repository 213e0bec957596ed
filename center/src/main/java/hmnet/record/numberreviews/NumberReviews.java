package hmnet.record.numberreviews;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.SealedNumbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What humans said of messages that do not fit, and those that wait for a word (番号の本人確認).
@Component
public class NumberReviews {
    private final JdbcTemplate db;
    private final SealedClaim seals;
    private final SealedNumbers numbers;

    NumberReviews(JdbcTemplate db, SealedClaim seals, SealedNumbers numbers) {
        this.numbers = numbers;
        this.db = db;
        this.seals = seals;
    }

    /// Whom a human named for a message.
    ///
    /// @param own the human had this message before them, not an earlier one that tells the same
    public record AnsweredHolder(long review, PatientId patient, boolean own) {}

    /// The patients whom a human named for these claims: for the message itself, or, where one human alone can be meant
    /// (`PatientClaim.tellsOneHuman`), for an earlier message that tells the same.
    public Map<HeldClaim, AnsweredHolder> named(FacilityId facility, Collection<HeldClaim> claims) {
        var decided = decided(facility, claims);
        var list = claims.stream()
                .filter(held -> decided.contains(held.claim().number()))
                .toList();
        var found = new HashMap<HeldClaim, AnsweredHolder>();
        if (list.isEmpty()) {
            return found;
        }
        db.query(
                """
                select distinct on (c.place) c.place, r.other, r.id as review,
                       exists (select from identity_review_message m where m.inbox = c.inbox and m.review = r.id) as own
                  from unnest(?::bigint[], ?::bytea[], ?::text[], ?::boolean[]) with ordinality
                    as c(inbox, number, description, whole, place)
                  join identity_review r
                    on r.facility = ? and r.number = c.number and r.description = decode(c.description, 'hex')
                   and r.other is not null and r.closed_at is not null
                   and (c.whole or exists (select from identity_review_message m
                                            where m.inbox = c.inbox and m.review = r.id))
                 order by c.place, own desc, r.closed_at desc""",
                row -> {
                    var patient = new PatientId(row.getLong("other"));
                    found.put(
                            list.get(row.getInt("place") - 1),
                            new AnsweredHolder(row.getLong("review"), patient, row.getBoolean("own")));
                },
                list.stream().map(HeldClaim::inbox).toArray(Long[]::new),
                numbers.of(
                        facility,
                        list.stream().map(held -> held.claim().number()).toList()),
                list.stream()
                        .map(held -> HexFormat.of().formatHex(seals.description(facility, held.claim())))
                        .toArray(String[]::new),
                list.stream().map(held -> held.claim().tellsOneHuman()).toArray(Boolean[]::new),
                facility.value());
        return found;
    }

    /// The numbers of which a human named somebody.
    private Set<String> decided(FacilityId facility, Collection<HeldClaim> claims) {
        return Set.copyOf(db.query(
                """
                select distinct facility, number from identity_review
                 where facility = ? and number = any(?) and other is not null and closed_at is not null""", (row, n) -> numbers.open(row), facility.value(), numbers.of(facility, numbersOf(claims))));
    }

    /// What the questions about these numbers that wait tell of humans, by number.
    public Map<String, List<Demographics>> asked(FacilityId facility, Collection<HeldClaim> claims) {
        var asked = new HashMap<String, List<Demographics>>();
        db.query(
                """
                select facility, number, description, claim from identity_review
                 where facility = ? and number = any(?) and closed_at is null order by id""",
                row -> {
                    var number = numbers.open(row);
                    seals.openUnlessErased(facility, number, row.getBytes("description"), row.getBytes("claim"))
                            .ifPresent(claim -> asked.computeIfAbsent(number, any -> new ArrayList<>())
                                    .add(claim.demographics()));
                },
                facility.value(),
                numbers.of(facility, numbersOf(claims)));
        return asked;
    }

    /// Takes messages off the questions that wait, and the questions with them that have no other.
    public void weighAnew(List<Long> messages) {
        db.update("""
                with off as (delete from identity_review_message m using identity_review r
                              where m.inbox = any(?) and r.id = m.review and r.closed_at is null
                              returning m.review, m.inbox)
                delete from identity_review r
                 where r.closed_at is null and r.id in (select review from off)
                   and not exists (select from identity_review_message m
                                    where m.review = r.id and m.inbox not in (select inbox from off))""", (Object) messages.toArray(Long[]::new));
    }

    private static List<String> numbersOf(Collection<HeldClaim> claims) {
        return claims.stream().map(held -> held.claim().number()).distinct().toList();
    }

    /// Remembers that these messages were filed by a decision: whoever takes it back takes them along.
    public void filedBy(Map<HeldClaim, AnsweredHolder> named) {
        db.batchUpdate(
                "insert into identity_review_message (inbox, review) values (?, ?) on conflict do nothing",
                named.entrySet().stream()
                        .filter(one -> !one.getValue().own())
                        .map(one -> new Object[] {
                            one.getKey().inbox(), one.getValue().review()
                        })
                        .toList());
    }

    /// Puts messages before a human, those that tell the same together.
    ///
    /// @param nearest who of the number fits best
    public void hold(FacilityId facility, Map<HeldClaim, PatientId> nearest) {
        var messages = new ArrayList<Object[]>();
        nearest.forEach((held, patient) -> messages.add(new Object[] {held.inbox(), review(facility, held, patient)}));
        db.batchUpdate(
                "insert into identity_review_message (inbox, review) values (?, ?) on conflict do nothing", messages);
    }

    private long review(FacilityId facility, HeldClaim held, PatientId nearest) {
        var claim = held.claim();
        return Objects.requireNonNull(db.queryForObject(
                """
                insert into identity_review as r (patient, facility, number, description, claim, whole)
                values (?, ?, ?, ?, ?, ?)
                    on conflict (facility, number, description) where closed_at is null
                    do update set patient = r.patient
                returning id""",
                Long.class,
                nearest.value(),
                facility.value(),
                numbers.of(facility, claim.number()),
                seals.description(facility, claim),
                seals.seal(facility, claim, seals.description(facility, claim)),
                claim.tellsOneHuman()));
    }
}
