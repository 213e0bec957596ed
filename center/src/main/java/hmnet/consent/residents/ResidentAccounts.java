package hmnet.consent.residents;

import hmnet.consent.cards.CardCode;
import hmnet.consent.cards.CardKind;
import hmnet.consent.cards.CardLife;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.OwnCard;
import hmnet.consent.cards.IssuedCard;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.signin.Passwords;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Residents' accounts and what they show to come in (本人のアカウントと認証の手段). Whatever they show stands on one card: with
/// another card, or once that one is dead, it is worth nothing.
@Component
public class ResidentAccounts {
    static final int TRIES = 5;

    private final JdbcClient db;
    private final Cards cards;
    private final ResidentStanding standing;
    private final ResidentAccountSettings settings;
    private final Audit audit;
    private final Passwords passwords = new Passwords();

    ResidentAccounts(
            JdbcClient db, Cards cards, ResidentStanding standing, ResidentAccountSettings settings, Audit audit) {
        this.db = db;
        this.cards = cards;
        this.standing = standing;
        this.settings = settings;
        this.audit = audit;
    }

    /// What a letter says (お手紙).
    ///
    /// @param account that it opens
    public record IssuedLetter(long account, LetterCode code, LocalDate lastDay) {}

    /// A code for a letter; the one before is worth nothing from now on. Empty for somebody who may have no account, or
    /// has no working card.
    @Transactional
    public Optional<IssuedLetter> issueLetter(PersonId person, Requester by) {
        var card = cards.history(person).stream()
                .filter(one -> one.active() && one.kind() == CardKind.HM)
                .findFirst()
                .map(IssuedCard::code);
        if (card.isEmpty() || standing.of(person).isEmpty()) {
            return Optional.empty();
        }
        var lastDay = standing.today().plusDays(settings.letterDays());
        var code = LetterCode.fresh();
        var account = opened(person);
        replace(account, MeansKind.LETTER, card.get(), code.value(), lastDay);
        audit.write(by.did(Action.LETTER_CODE_ISSUED, person.value(), "issued", Map.of("until", lastDay.toString())));
        return Optional.of(new IssuedLetter(account, code, lastDay));
    }

    private long opened(PersonId person) {
        db.sql("insert into resident_account (person) values (?) on conflict (person) do nothing")
                .param(person.value())
                .update();
        return db.sql("select id from resident_account where person = ? for update")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    private void replace(long account, MeansKind kind, CardCode card, String secret, LocalDate lastDay) {
        end(account, kind);
        db.sql("""
                        insert into resident_means (account, kind, scheme, card, secret, until)
                        values (?, ?, ?, ?, ?, cast(? as date)::timestamp at time zone 'Asia/Tokyo' + interval '1 day')""")
                .params(account, kind.word(), card.scheme(), card.number(), passwords.keep(secret), lastDay)
                .update();
    }

    private void end(long account, MeansKind kind) {
        db.sql("""
                        update resident_means set ended_at = now(), ended_why = 'replaced'
                         where account = ? and kind = ? and ended_at is null""").params(account, kind.word()).update();
    }

    /// What somebody who shows a card may be (照合した手段).
    record MatchedMeans(long id, ResidentCaller resident, CardCode card) {}

    private record StoredMeans(long id, long account, UUID person, String secret) {}

    /// Whose code this is; a try that is wrong counts. The same work whether or not there is one.
    Optional<MatchedMeans> letter(Optional<OwnCard> card, LetterCode code) {
        var stored = card.flatMap(own -> db.sql("""
                        update resident_means m set tries = tries + 1 from resident_account a
                         where a.id = m.account and a.person = ? and m.kind = ? and m.scheme = ? and m.card = ?
                           and m.ended_at is null and m.until > now() and m.tries < ?
                        returning m.id, m.account, a.person, m.secret""")
                .params(
                        own.person().value(),
                        MeansKind.LETTER.word(),
                        own.code().scheme(),
                        own.code().number(),
                        TRIES)
                .query(StoredMeans.class)
                .optional());
        return matched(card, code.value(), stored);
    }

    /// Whose password this is. The same work whether or not there is one.
    Optional<MatchedMeans> password(Optional<OwnCard> card, String password) {
        var stored = card.flatMap(own -> db.sql("""
                        select m.id, m.account, a.person, m.secret
                          from resident_means m join resident_account a on a.id = m.account
                         where a.person = ? and m.kind = ? and m.scheme = ? and m.card = ? and m.ended_at is null""")
                .params(
                        own.person().value(),
                        MeansKind.PASSWORD.word(),
                        own.code().scheme(),
                        own.code().number())
                .query(StoredMeans.class)
                .optional());
        return matched(card, password, stored);
    }

    /// Whose account this is.
    Optional<UUID> person(long account) {
        return db.sql("select person from resident_account where id = ?")
                .param(account)
                .query(UUID.class)
                .optional();
    }

    /// Whose passkey this is, and the card that it stands on.
    Optional<MatchedMeans> passkey(long account, long key) {
        return db.sql("""
                        select a.id, a.person, k.scheme, k.card
                          from resident_passkey k
                          join resident_account a on a.id = k.account
                          join card c on c.number = k.card and c.scheme = k.scheme
                         where k.passkey = ? and k.account = ? and c.state = %s
                           and coalesce(c.works_until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
                        """.formatted(CardLife.ACTIVE.sql()))
                .params(key, account)
                .query((row, number) -> new MatchedMeans(
                        key,
                        new ResidentCaller(row.getLong("id"), row.getObject("person", UUID.class)),
                        new CardCode(row.getString("scheme"), row.getString("card"))))
                .optional();
    }

    /// A passkey stands on the card of the session in which it was added.
    void standsOn(ResidentCaller resident, CardCode card, long key) {
        db.sql("insert into resident_passkey (passkey, account, scheme, card) values (?, ?, ?, ?)")
                .params(key, resident.account(), card.scheme(), card.number())
                .update();
        audit.write(resident.did(Action.PASSKEY_ADDED, "done").with("passkey", Long.toString(key)));
    }

    private Optional<MatchedMeans> matched(Optional<OwnCard> card, String secret, Optional<StoredMeans> stored) {
        var right = passwords.matches(secret, stored.map(StoredMeans::secret).orElse(null));
        return right && card.isPresent()
                ? stored.map(means -> new MatchedMeans(
                        means.id(),
                        new ResidentCaller(means.account(), means.person()),
                        card.get().code()))
                : Optional.empty();
    }

    /// Uses a letter up.
    ///
    /// @return false where somebody else was first
    boolean useUp(MatchedMeans letter) {
        return db.sql(
                                "update resident_means set ended_at = now(), ended_why = 'used' where id = ? and ended_at is null")
                        .param(letter.id())
                        .update()
                == 1;
    }

    /// The resident's own password, which stands on the card of this session.
    void choose(ResidentCaller resident, CardCode card, String password) {
        end(resident.account(), MeansKind.PASSWORD);
        db.sql("insert into resident_means (account, kind, scheme, card, secret) values (?, ?, ?, ?, ?)")
                .params(
                        resident.account(),
                        MeansKind.PASSWORD.word(),
                        card.scheme(),
                        card.number(),
                        passwords.keep(password))
                .update();
        audit.write(resident.did(Action.OWN_PASSWORD_CHOSEN, "done"));
    }
}
