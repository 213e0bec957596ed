package hmnet.consent;

import hmnet.audit.Action;
import hmnet.audit.Audit;
import hmnet.audit.Trace;
import hmnet.directory.Requester;
import hmnet.identity.Person;
import hmnet.identity.PersonId;
import hmnet.identity.Persons;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// HM cards (HMカード): issuing and reading. A reissue kills the old number at once.
@Component
public class Cards {
    static final int MISSES_ALLOWED = 10;
    private static final int TYPING_LOCK_SPACE = 7002;
    private static final Duration MISSES_COUNT_FOR = Duration.ofHours(24);
    private final JdbcClient db;
    private final JdbcTemplate statements;
    private final Audit audit;
    private final CardQr qr;
    private final Persons persons;
    private final Consents consents;
    private final SecureRandom random = new SecureRandom();

    Cards(JdbcClient db, JdbcTemplate statements, Audit audit, CardQr qr, Persons persons, Consents consents) {
        this.persons = persons;
        this.consents = consents;
        this.db = db;
        this.statements = statements;
        this.audit = audit;
        this.qr = qr;
    }

    /// A card just issued.
    public record Card(Person holder, CardNumber number, int issue) {}

    /// Issues a card for an application at the office. Somebody registered already, by name, kana and birth
    /// date, gets the next issue of the same person; everybody else is registered first.
    @Transactional
    public Card issueFor(Person applicant, Requester by) {
        var holder = persons.registered(applicant).orElseGet(() -> register(applicant));
        persons.confirm(holder.id());
        var number = issue(holder.id(), by);
        var issue = db.sql("select issue from card where number = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
        return new Card(holder, number, issue);
    }

    private Person register(Person applicant) {
        var registered = applicant.withRegionalId(Persons.freshRegionalId());
        persons.register(registered);
        consents.open(registered.id());
        return registered;
    }

    /// Whose active card this is, read or typed, for the office.
    @Transactional
    public Optional<PersonId> find(String code, Requester by) {
        var typed = CardNumber.parse(code);
        if (typed.isEmpty()) {
            return readQr(code, by);
        }
        var person = typed.flatMap(this::holder);
        write(
                Action.NUMBER_TYPED,
                by,
                person.orElse(null),
                person.isPresent() ? "known" : "unknown",
                Map.of("where", "office"));
        return person;
    }

    /// How many misses are left before typing is locked for this account.
    int triesLeft(Requester by) {
        return Math.max(0, MISSES_ALLOWED - misses(by));
    }

    /// Issues a card at the office; cards the person had before are dead from this moment.
    @Transactional
    public CardNumber issue(PersonId person, Requester by) {
        var number =
                store(person, CardNumber.random(random), "staff:" + by.staff().value());
        write(Action.CARD_ISSUED, by, person, "issued", Map.of());
        return number;
    }

    /// Takes over cards that are in wallets already, each the first of its person.
    public void takeOver(Map<PersonId, CardNumber> numbers, String by) {
        statements.batchUpdate(
                "insert into card (number, person, issue, issued_by) values (?, ?, 1, ?)",
                numbers.entrySet(),
                1000,
                (statement, entry) -> {
                    statement.setString(1, entry.getValue().value());
                    statement.setObject(2, entry.getKey().value());
                    statement.setString(3, by);
                });
    }

    /// The QR text of an active card.
    public String qrOf(CardNumber number) {
        var issue = db.sql("select issue from card where number = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
        return qr.payload(number, issue);
    }

    /// Whose active card this QR text names.
    @Transactional
    public Optional<PersonId> readQr(String payload, Requester by) {
        var person = qr.read(payload).flatMap(this::holder);
        write(Action.CARD_READ, by, person.orElse(null), person.isPresent() ? "known" : "unknown", Map.of("how", "qr"));
        return person;
    }

    /// Whose active card this typed number is. It counts only with the holder's birth date; ten misses lock
    /// typing for the account for a day.
    @Transactional
    public Typed readTyped(CardNumber number, LocalDate birthDate, Requester by) {
        if (!charged(by)) {
            write(Action.NUMBER_TYPED, by, null, "locked", Map.of());
            return new Typed.Locked();
        }
        var person = db.sql("""
                        select c.person from card c join person p on p.id = c.person
                         where c.number = ? and c.state = 'active' and p.birth_date = ?""")
                .params(number.value(), birthDate)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
        write(Action.NUMBER_TYPED, by, person.orElse(null), person.isPresent() ? "known" : "unknown", Map.of());
        person.ifPresent(known -> giveBack(by));
        return person.<Typed>map(Typed.Known::new).orElseGet(Typed.Unknown::new);
    }

    /// Counts a try as a miss before it is answered. Tries of one account queue up here until the one before is
    /// committed, so that many at once are counted like many in turn.
    private boolean charged(Requester by) {
        db.sql("select pg_advisory_xact_lock(?, ?)")
                .params(TYPING_LOCK_SPACE, Long.hashCode(by.staff().value()))
                .query(rows -> {});
        return misses(by) < MISSES_ALLOWED
                && db.sql("insert into typed_number_miss (staff) values (?)")
                                .param(by.staff().value())
                                .update()
                        == 1;
    }

    /// Takes back the miss of this very transaction: the number was right.
    private void giveBack(Requester by) {
        db.sql("delete from typed_number_miss where staff = ? and xmin = pg_current_xact_id()::xid")
                .param(by.staff().value())
                .update();
    }

    /// What came of a typed number.
    public sealed interface Typed {
        record Known(PersonId person) implements Typed {}

        record Unknown() implements Typed {}

        /// Ten misses: typing is locked for the account until a day has passed.
        record Locked() implements Typed {}
    }

    private int misses(Requester by) {
        return db.sql("select count(*) from typed_number_miss where staff = ? and at > now() - cast(? as interval)")
                .params(by.staff().value(), MISSES_COUNT_FOR.toHours() + " hours")
                .query(Integer.class)
                .single();
    }

    private Optional<PersonId> holder(CardNumber number) {
        return db.sql("select person from card where number = ? and state = 'active'")
                .param(number.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    private CardNumber store(PersonId person, CardNumber number, String by) {
        db.sql("update card set state = 'dead' where person = ? and state = 'active'")
                .param(person.value())
                .update();
        db.sql("""
                        insert into card (number, person, issue, issued_by)
                        select ?, ?, coalesce(max(issue), 0) + 1, ? from card where person = ?""").params(number.value(), person.value(), by, person.value()).update();
        return number;
    }

    private void write(
            Action action,
            Requester by,
            @org.jspecify.annotations.Nullable PersonId person,
            String outcome,
            Map<String, String> detail) {
        audit.write(new Trace(
                action,
                "staff:" + by.staff().value(),
                by.facility().value(),
                by.profession().word(),
                person == null ? null : person.value(),
                "",
                outcome,
                new TreeMap<>(detail)));
    }
}
