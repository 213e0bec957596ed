package hmnet.consent.cards;

import hmnet.consent.cards.Cards.IssuedHere;
import hmnet.consent.cards.Cards.OwnCard;
import hmnet.ground.audit.Actor;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of cards (カードの表).
@Component
class CardRows {
    private static final String COLUMNS = """
            select number, scheme, person, kind, facility, issue, state, issued_at, issued_why, ended_at, ended_why,
                   works_until from card""";

    private final JdbcClient db;
    private final Successions successions;
    private final PeopleKeys keys;

    CardRows(JdbcClient db, Successions successions, PeopleKeys keys) {
        this.keys = keys;
        this.db = db;
        this.successions = successions;
    }

    /// Whose working card was shown.
    ///
    /// @param issuer the hospital whose records alone the card opens, or null for all
    /// @param keptOut whether the holder does not exist for the one who asks: found all the same,
    ///     for the holder's own log
    record CardOwner(PersonId person, @Nullable FacilityId issuer, boolean keptOut) {}

    /// One question for every number, known or not. Two hospitals' cards with one number and one birth date are
    /// nobody's.
    Optional<CardOwner> working(Collection<CardCode> codes, @Nullable LocalDate born, Requester by) {
        var held = db.sql("""
                        select c.person, c.facility, kept_from(c.person, :line::bigint[], :staff) as kept_out
                          from unnest(:numbers::text[], :schemes::text[]) as w(number, scheme)
                          join card c on c.number = w.number and c.scheme = w.scheme
                          join card_scheme s on s.word = c.scheme
                          join person p on p.id = c.person
                         where c.state = %s and (c.facility is null or cards_follow(c.facility))
                           and coalesce(c.works_until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
                           and coalesce(s.until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
                           and (cast(:born as bigint) is null or p.born_key = cast(:born as bigint))
                         limit 2""".formatted(CardLife.ACTIVE.sql()))
                .param("line", successions.now().numbers(by.facility(), Follows.SHUTTING_OUT))
                .param("staff", by.staff().value())
                .param("numbers", codes.stream().map(CardCode::number).toArray(String[]::new))
                .param("schemes", codes.stream().map(CardCode::scheme).toArray(String[]::new))
                .param("born", keys.born(born))
                .query(CardRows::held)
                .list();
        return held.size() == 1 ? Optional.of(held.getFirst()) : Optional.empty();
    }

    /// Whose working HM card is one of these, whoever asks.
    Optional<OwnCard> own(Collection<CardCode> codes) {
        var held = db.sql("""
                        select c.person, c.scheme, c.number
                          from unnest(?::text[], ?::text[]) as w(number, scheme)
                          join card c on c.number = w.number and c.scheme = w.scheme
                          join card_scheme s on s.word = c.scheme
                         where c.state = %s and c.kind = %s
                           and coalesce(c.works_until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
                           and coalesce(s.until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
                         limit 2""".formatted(CardLife.ACTIVE.sql(), CardKind.HM.sql()))
                .param(codes.stream().map(CardCode::number).toArray(String[]::new))
                .param(codes.stream().map(CardCode::scheme).toArray(String[]::new))
                .query((row, number) -> new OwnCard(
                        new PersonId(row.getObject("person", UUID.class)),
                        new CardCode(row.getString("scheme"), row.getString("number"))))
                .list();
        return held.size() == 1 ? Optional.of(held.getFirst()) : Optional.empty();
    }

    private static CardOwner held(ResultSet row, int number) throws SQLException {
        var issuer = row.getObject("facility", Long.class);
        return new CardOwner(
                new PersonId(row.getObject("person", UUID.class)),
                issuer == null ? null : new FacilityId(issuer),
                row.getBoolean("kept_out"));
    }

    /// Ends the working cards of a person that are of this kind.
    int end(PersonId person, CardKind kind, String why, Actor by) {
        return db.sql("""
                        update card set state = ?, ended_at = now(), ended_by = ?, ended_why = ?
                         where person = ? and state = ? and kind = ?""")
                .params(CardLife.DEAD.word(), by.word(), why, person.value(), CardLife.ACTIVE.word(), kind.word())
                .update();
    }

    /// Keeps a 開示カード working until a day and no longer.
    void phaseOut(PersonId person, FacilityId issuer, LocalDate until) {
        db.sql("""
                        update card set works_until = ?
                         where person = ? and state = ? and kind = ? and facility = ?""")
                .params(until, person.value(), CardLife.ACTIVE.word(), CardKind.DISCLOSURE.word(), issuer.value())
                .update();
    }

    int add(PersonId person, CardNumber number, String why, Requester by) {
        return db.sql("""
                        insert into card (number, person, issue, issued_by, issued_why, issued_from)
                        select ?, ?, coalesce(max(issue), 0) + 1, ?, ?, ? from card where person = ? and kind = ? and scheme <> ?
                        returning issue""")
                .params(
                        number.value(),
                        person.value(),
                        by.actor().word(),
                        why,
                        by.facility().value(),
                        person.value(),
                        CardKind.HM.word(),
                        CardCode.APP)
                .query(Integer.class)
                .single();
    }

    boolean hasApp(PersonId person) {
        return db.sql("select exists (select from card where person = ? and scheme = ? and state = ?)")
                .params(person.value(), CardCode.APP, CardLife.ACTIVE.word())
                .query(Boolean.class)
                .single();
    }

    /// False where one stands already.
    boolean addApp(PersonId person, CardNumber number, Actor by) {
        return db.sql("""
                        insert into card (number, scheme, person, issue, issued_by, issued_why)
                        select ?, ?, ?, coalesce(max(issue), 0) + 1, ?, ? from card where person = ? and scheme = ?
                            on conflict do nothing""")
                        .params(
                                number.value(),
                                CardCode.APP,
                                person.value(),
                                by.word(),
                                CardCode.APP,
                                person.value(),
                                CardCode.APP)
                        .update()
                == 1;
    }

    boolean endApp(PersonId person, Actor by) {
        return db.sql("""
                        update card set state = ?, ended_at = now(), ended_by = ?, ended_why = ?
                         where person = ? and state = ? and scheme = ?""")
                        .params(
                                CardLife.DEAD.word(),
                                by.word(),
                                CardCode.APP,
                                person.value(),
                                CardLife.ACTIVE.word(),
                                CardCode.APP)
                        .update()
                == 1;
    }

    Optional<FacilityId> issuedFrom(PersonId person) {
        return db.sql(
                        "select coalesce(issued_from, 0) from card where person = ? and kind = ? and scheme <> ? order by issue desc limit 1")
                .params(person.value(), CardKind.HM.word(), CardCode.APP)
                .query(Long.class)
                .optional()
                .map(FacilityId::new);
    }

    List<IssuedHere> issuedAt(FacilityId facility, int limit) {
        return db.sql(COLUMNS + " where issued_from = ? order by issued_at desc, number limit ?")
                .params(facility.value(), limit)
                .query((row, n) -> new IssuedHere(new PersonId(row.getObject("person", UUID.class)), issued(row, n)))
                .list();
    }

    /// False where the number is somebody's already.
    boolean addDisclosure(PersonId person, CardCode code, FacilityId issuer, Actor by) {
        return db.sql("""
                        insert into card (number, scheme, person, kind, facility, issue, issued_by)
                        select ?, ?, ?, ?, ?, coalesce(max(issue), 0) + 1, ?
                          from card where person = ? and kind = ? and facility = ?
                            on conflict (number, scheme) do nothing""")
                        .params(
                                code.number(),
                                code.scheme(),
                                person.value(),
                                CardKind.DISCLOSURE.word(),
                                issuer.value(),
                                by.word(),
                                person.value(),
                                CardKind.DISCLOSURE.word(),
                                issuer.value())
                        .update()
                == 1;
    }

    boolean holds(PersonId person, CardCode code) {
        return db.sql("""
                        select exists (select from card where number = ? and scheme = ? and person = ? and state = ?)""")
                .params(code.number(), code.scheme(), person.value(), CardLife.ACTIVE.word())
                .query(Boolean.class)
                .single();
    }

    int issueOf(CardNumber number) {
        return db.sql("select issue from card where number = ? and scheme = ?")
                .params(number.value(), CardCode.HM)
                .query(Integer.class)
                .single();
    }

    /// All cards a person ever had, the newest first.
    List<IssuedCard> of(PersonId person) {
        return db.sql(COLUMNS + " where person = ? order by issued_at desc, issue desc limit 100")
                .param(person.value())
                .query(CardRows::issued)
                .list();
    }

    private static IssuedCard issued(ResultSet row, int number) throws SQLException {
        var issuer = row.getObject("facility", Long.class);
        return new IssuedCard(
                new CardCode(row.getString("scheme"), row.getString("number")),
                ColumnWord.read(row, "kind", CardKind.class),
                issuer == null ? null : new FacilityId(issuer),
                row.getInt("issue"),
                ColumnWord.read(row, "state", CardLife.class) == CardLife.ACTIVE,
                row.getObject("issued_at", OffsetDateTime.class),
                row.getString("issued_why"),
                row.getObject("ended_at", OffsetDateTime.class),
                row.getString("ended_why"),
                row.getObject("works_until", LocalDate.class));
    }
}
