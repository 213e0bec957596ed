package hmnet.consent.cards;

import hmnet.consent.cards.AppCardCodes.CodeReading;
import hmnet.consent.cards.CardRows.CardOwner;
import hmnet.consent.consents.Consents;
import hmnet.consent.residentnotices.ResidentNoticeKind;
import hmnet.consent.residentnotices.ResidentNotices;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Cards (HMカード・開示カード): issuing, ending and reading. A reissue kills the old number at once. A dead
/// card, an unknown number and the card of a person from whom the reader is shut out are one answer.
@Component
public class Cards {
    public static final int MISSES_ALLOWED = TypingLock.MISSES_ALLOWED;
    private static final Map<String, String> IN_APP = Map.of("how", "app");
    private static final Map<String, String> OFFICE = Map.of("where", "office");
    private final JdbcTemplate statements;
    private final Audit audit;
    private final CardQr qr;
    private final AppCardCodes appCodes;
    private final CardRows rows;
    private final CardSchemes schemes;
    private final TypingLock typing;
    private final Persons persons;
    private final Consents consents;
    private final ResidentNotices notices;
    private final SecureRandom random = new SecureRandom();

    Cards(
            JdbcTemplate statements,
            Audit audit,
            CardQr qr,
            AppCardCodes appCodes,
            CardRows rows,
            CardSchemes schemes,
            TypingLock typing,
            Persons persons,
            Consents consents,
            ResidentNotices notices) {
        this.notices = notices;
        this.statements = statements;
        this.audit = audit;
        this.qr = qr;
        this.appCodes = appCodes;
        this.rows = rows;
        this.schemes = schemes;
        this.typing = typing;
        this.persons = persons;
        this.consents = consents;
    }

    /// A card just issued.
    public record Card(Person holder, CardNumber number, int issue) {}

    /// Issues a card for an application at the office. Somebody registered already, by name, kana, birth date
    /// and address, gets the next issue of the same person; everybody else is registered first.
    @Transactional
    public Card issueFor(Person applicant, Requester by) {
        return issueFor(applicant, "", by);
    }

    /// The same with a number out of a range.
    ///
    /// @param prefix the first digits of the number
    @Transactional
    public Card issueFor(Person applicant, String prefix, Requester by) {
        var known = persons.registered(applicant);
        var holder = known.orElseGet(() -> register(applicant));
        return reissue(holder, known.isPresent() ? "reissued" : "first", prefix, by);
    }

    /// Where the newest card of somebody registered so was issued; nothing for a newcomer.
    public Optional<FacilityId> issuedFrom(Person applicant) {
        return persons.registered(applicant).flatMap(holder -> rows.issuedFrom(holder.id()));
    }

    /// How many cards somebody registered so has had, the working one last; 0 for a newcomer.
    public int issuedTo(Person applicant) {
        return persons.registered(applicant)
                .map(holder -> rows.of(holder.id()).stream()
                        .filter(card -> !card.code().scheme().equals(CardCode.APP))
                        .count())
                .map(Math::toIntExact)
                .orElse(0);
    }

    private Person register(Person applicant) {
        var registered = applicant.withRegionalId(Persons.freshRegionalId());
        persons.register(registered);
        consents.open(registered.id());
        return registered;
    }

    /// Issues the next HM card of a person; those before are dead from this moment.
    ///
    /// @param why `first`, `reissued`, `lost`, `stolen`, `damaged`, `name-change`, `protected` or `migrated`
    @Transactional
    public Card reissue(Person holder, String why, Requester by) {
        return reissue(holder, why, "", by);
    }

    private Card reissue(Person holder, String why, String prefix, Requester by) {
        persons.confirm(holder.id());
        var actor = by.actor();
        rows.end(holder.id(), CardKind.HM, why.equals("first") ? "reissued" : why, actor);
        var number = CardNumber.random(random, prefix);
        var issue = rows.add(holder.id(), number, why, by);
        audit.write(StaffTrace.of(Action.CARD_ISSUED, by, holder.id(), "issued", Map.of("why", why)));
        if (issue > 1) {
            notices.tell(holder.id(), ResidentNoticeKind.CARD_ISSUED, by.facility());
        }
        return new Card(holder, number, issue);
    }

    /// Ends all cards of a person, without a new one.
    ///
    /// @return how many worked until now
    @Transactional
    public int end(PersonId person, String why, Requester by) {
        var actor = by.actor();
        var ended = rows.end(person, CardKind.HM, why, actor) + rows.end(person, CardKind.DISCLOSURE, why, actor);
        audit.write(StaffTrace.of(
                Action.CARD_ENDED, by, person, "ended", Map.of("why", why, "cards", Integer.toString(ended))));
        if (ended > 0) {
            notices.tell(person, ResidentNoticeKind.CARD_ENDED, by.facility());
        }
        return ended;
    }

    /// Counts a search without a card as a miss before it is answered, as a typed number is (ten lock both); false
    /// where the account is locked.
    public boolean mayTry(Requester by) {
        return typing.charged(by);
    }

    /// Takes back the miss of this transaction: somebody was found.
    public void found(Requester by) {
        typing.giveBack(by);
    }

    /// What a facility issued, newest first: all that an association sees of cards.
    public List<IssuedHere> issuedAt(FacilityId facility, int limit) {
        return rows.issuedAt(facility, limit);
    }

    /// A card and whose it is.
    public record IssuedHere(PersonId person, IssuedCard card) {}

    /// All cards a person ever had, the newest first.
    public List<IssuedCard> history(PersonId person) {
        return rows.of(person);
    }

    /// Whose working card this is, read or typed, for the office. What is typed counts as at every counter: ten misses
    /// lock typing for the account for a day.
    @Transactional
    public Optional<PersonId> find(String code, Requester by) {
        var typed = schemes.recognise(code);
        if (typed.isEmpty()) {
            return readQr(code, by);
        }
        if (!typing.charged(by)) {
            audit.write(StaffTrace.of(Action.NUMBER_TYPED, by, null, "locked", OFFICE));
            return Optional.empty();
        }
        var held = rows.working(typed, null, by);
        trace(Action.NUMBER_TYPED, by, held, OFFICE);
        var known = met(held);
        known.ifPresent(h -> typing.giveBack(by));
        return known.map(CardOwner::person);
    }

    /// A working HM card and whose it is.
    public record OwnCard(PersonId person, CardCode code) {}

    /// The HM card that its holder shows to sign in, read or typed. The caller counts attempts and leaves the trace.
    public Optional<OwnCard> shownByHolder(String code) {
        var typed = schemes.recognise(code);
        return rows.own(
                typed.isEmpty() ? qr.read(code).map(CardCode::of).stream().toList() : typed);
    }

    /// How many misses are left before typing is locked for this account.
    public int triesLeft(Requester by) {
        return typing.triesLeft(by);
    }

    /// Takes over cards that are in wallets already, each the first of its person.
    public void takeOver(Map<PersonId, CardNumber> numbers, String by) {
        statements.update(
                """
                insert into card (number, person, issue, issued_by)
                select number, person, 1, ? from unnest(?::text[], ?::uuid[]) as c(number, person)""",
                by,
                numbers.values().stream().map(CardNumber::value).toArray(String[]::new),
                numbers.keySet().stream().map(PersonId::toString).toArray(String[]::new));
    }

    /// The QR text of a card.
    public String qrOf(CardNumber number) {
        return qr.payload(number, rows.issueOf(number));
    }

    /// Whose working card this QR text names, printed or in the app. What the app shows is used up by it.
    @Transactional
    public Optional<PersonId> readQr(String payload, Requester by) {
        return switch (appCodes.take(payload, by)) {
            case CodeReading.OpenCode(var card) -> {
                var held = rows.working(List.of(card), null, by);
                trace(Action.CARD_READ, by, held, IN_APP);
                yield met(held).map(CardOwner::person);
            }
            case CodeReading.PassedCode(var person) -> {
                audit.write(StaffTrace.of(Action.CARD_READ, by, person, "passed", IN_APP));
                yield Optional.empty();
            }
            case CodeReading.ForeignCode() -> readPrinted(payload, by);
        };
    }

    /// Whether a text is what the app showed of a card, and its time is over or it was read before: a picture of a
    /// screen is worth nothing.
    public boolean passed(String payload) {
        return appCodes.passed(payload);
    }

    private Optional<PersonId> readPrinted(String payload, Requester by) {
        var code = qr.read(payload).map(CardCode::of);
        var held = rows.working(code.stream().toList(), null, by);
        trace(Action.CARD_READ, by, held, Map.of("how", "qr"));
        return met(held).map(CardOwner::person);
    }

    /// Whose working card this typed number is. It counts only with the holder's birth date; ten misses lock
    /// typing for the account for a day.
    @Transactional
    public TypedCard readTyped(CardNumber number, LocalDate birthDate, Requester by) {
        return readTyped(List.of(CardCode.of(number)), birthDate, by);
    }

    /// The same for a number that may belong to several schemes.
    @Transactional
    public TypedCard readTyped(Collection<CardCode> codes, LocalDate birthDate, Requester by) {
        if (!typing.charged(by)) {
            audit.write(StaffTrace.of(Action.NUMBER_TYPED, by, null, "locked", Map.of()));
            return new TypedCard.Locked();
        }
        var held = rows.working(codes, birthDate, by);
        trace(Action.NUMBER_TYPED, by, held, Map.of());
        var known = met(held);
        known.ifPresent(h -> typing.giveBack(by));
        return known.<TypedCard>map(h -> new TypedCard.Known(h.person(), h.issuer()))
                .orElseGet(TypedCard.Unknown::new);
    }

    /// The result of a typed number.
    public sealed interface TypedCard {
        /// @param issuer the hospital whose records alone the card opens, or null for all
        record Known(PersonId person, @Nullable FacilityId issuer) implements TypedCard {
            Known(PersonId person) {
                this(person, null);
            }
        }

        record Unknown() implements TypedCard {}

        /// Ten misses: typing is locked for the account until a day has passed.
        record Locked() implements TypedCard {}
    }

    private static Optional<CardOwner> met(Optional<CardOwner> held) {
        return held.filter(h -> !h.keptOut());
    }

    /// The holder's own log names who tried, also one from whom the holder is kept; the words are those of an
    /// unknown card, so that nobody else can tell.
    private void trace(Action action, Requester by, Optional<CardOwner> held, Map<String, String> detail) {
        var person = held.map(CardOwner::person).orElse(null);
        audit.write(StaffTrace.of(action, by, person, met(held).isPresent() ? "known" : "unknown", detail));
    }
}
