package hmnet.care.areacopies;

import hmnet.care.areacopies.AreaConsents.AreaConsent;
import hmnet.care.devicecopies.CopyLooks;
import hmnet.care.devicecopies.HandedCopy;
import hmnet.care.devicecopies.SentLook;
import hmnet.care.emergencycode.StandingCodes;
import hmnet.consent.cards.CardCode;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.IssuedCard;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The set that a crew's device keeps for its shift (地域の控え): the newest emergency code of each who let this fire
/// service keep
/// it. What was handed over stands in each person's log; so do looks, as the device tells of them.
@Component
class AreaCopies {
    private static final int COPIES_MOST = 300;
    private static final Duration LASTS = Duration.ofHours(24);

    private final JdbcClient db;
    private final AreaConsents consents;
    private final StandingCodes codes;
    private final Cards cards;
    private final Persons persons;
    private final Protections protections;
    private final CopyLooks looks;
    private final Audit audit;
    private final Clock clock;

    AreaCopies(
            JdbcClient db,
            AreaConsents consents,
            StandingCodes codes,
            Cards cards,
            Persons persons,
            Protections protections,
            CopyLooks looks,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.consents = consents;
        this.codes = codes;
        this.cards = cards;
        this.persons = persons;
        this.protections = protections;
        this.looks = looks;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a device is handed (端末に渡す控え).
    ///
    /// @param more so many are left out, since a set holds 300
    record AreaSet(OffsetDateTime at, OffsetDateTime until, List<AreaCopy> copies, long more) {}

    /// One person's (一人分の控え). By what it is found, the device keeps as keyed hashes alone.
    ///
    /// @param cards numbers of the cards that work
    /// @param code the signed emergency code
    record AreaCopy(UUID copy, List<String> cards, String kana, LocalDate birth, String code) {}

    /// Hands the set over.
    ///
    /// @param shiftEnd when the shift ends
    @Transactional
    AreaSet hand(Requester by, OffsetDateTime shiftEnd) {
        forget();
        var now = OffsetDateTime.now(clock);
        var until = now.plus(LASTS).isBefore(shiftEnd) ? now.plus(LASTS) : shiftEnd;
        var standing = standing(by.facility());
        var copies = standing.stream()
                .limit(COPIES_MOST)
                .filter(one -> consents.isOffered(one.person()))
                .filter(one -> !protections.keeps(by, one.person()))
                .flatMap(one -> copy(one, until, by).stream())
                .toList();
        return new AreaSet(now, until, copies, Math.max(0, standing.size() - COPIES_MOST));
    }

    /// Whether the requester was handed a set within the last half minute: a button pressed twice fills no log.
    boolean handedJustNow(Requester by) {
        return db.sql(
                        "select exists (select from area_copy where service = ? and staff = ? and until > now() and at > now() - interval '30 seconds')")
                .params(by.facility().value(), by.staff().value())
                .query(Boolean.class)
                .single();
    }

    /// What was handed over a quarter of a year ago stands in the log alone.
    private void forget() {
        looks.forget();
        db.sql("delete from area_copy where until < now() - interval '90 days'").update();
    }

    /// Those who agreed last first.
    private List<AreaConsent> standing(FacilityId service) {
        return db.sql("""
                        select * from area_copy_consent where service = ? and ended_at is null
                         order by id desc limit 10000""")
                .param(service.value())
                .query((row, number) -> new AreaConsent(
                        row.getLong("id"),
                        new PersonId(row.getObject("person", UUID.class)),
                        service,
                        row.getObject("since", OffsetDateTime.class)))
                .list();
    }

    private Optional<AreaCopy> copy(AreaConsent one, OffsetDateTime until, Requester by) {
        var person = persons.find(one.person());
        var code = codes.newest(one.person());
        if (person.isEmpty() || code.isEmpty()) {
            return Optional.empty();
        }
        var id = UUID.randomUUID();
        db.sql("""
                        insert into area_copy (id, consent, person, code, staff, service, until)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        one.id(),
                        one.person().value(),
                        code.get().id(),
                        by.staff().value(),
                        by.facility().value(),
                        until)
                .update();
        audit.write(by.did(
                Action.AREA_COPY_HANDED,
                one.person().value(),
                "handed",
                Map.of("copy", id.toString(), "until", until.toInstant().toString())));
        return Optional.of(copy(id, person.get(), code.get().text()));
    }

    private AreaCopy copy(UUID id, Person person, String code) {
        var numbers = cards.history(person.id()).stream()
                .filter(IssuedCard::active)
                .map(IssuedCard::code)
                .map(CardCode::number)
                .toList();
        return new AreaCopy(id, numbers, person.kana(), person.birthDate(), code);
    }

    /// Those of the service that still stand: a device drops all others.
    List<UUID> standing(Requester by) {
        var offered = new HashMap<PersonId, Boolean>();
        return db
                .sql("""
                        select c.id, c.person from area_copy c join area_copy_consent a on a.id = c.consent
                         where c.service = ? and c.until > now() and a.ended_at is null limit 100000""")
                .param(by.facility().value())
                .query((row, number) -> new StandingCopy(
                        row.getObject("id", UUID.class), new PersonId(row.getObject("person", UUID.class))))
                .list()
                .stream()
                .filter(one -> offered.computeIfAbsent(one.person(), consents::isOffered))
                .map(StandingCopy::copy)
                .toList();
    }

    private record StandingCopy(UUID copy, PersonId person) {}

    /// A look without a network.
    ///
    /// @return false for a copy that the service was never handed
    @Transactional
    boolean looked(Requester by, SentLook look) {
        var handed = db.sql("select * from area_copy where id = ? and service = ?")
                .params(look.copy(), by.facility().value())
                .query((row, number) -> new HandedCopy(
                        look.copy(),
                        row.getObject("person", UUID.class),
                        row.getLong("staff"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getObject("until", OffsetDateTime.class)))
                .optional();
        handed.ifPresent(copy -> looks.note(by, look, copy, Action.AREA_COPY_LOOKED));
        return handed.isPresent();
    }
}
