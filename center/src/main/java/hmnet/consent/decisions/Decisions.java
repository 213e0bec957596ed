package hmnet.consent.decisions;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.EmergencyDoor;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.Decision.Reason;
import hmnet.consent.decisions.Decision.Refused;
import hmnet.consent.decisions.DecisionBasis.KindBasis;
import hmnet.consent.policy.AccessPolicy;
import hmnet.consent.policy.ReaderPolicy;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.consent.provisions.ConsentProvisions;
import hmnet.consent.provisions.ConsentProvisions.ReaderNumbers;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Heirs;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.ground.routes.Right;
import hmnet.people.links.KnownPerson;
import hmnet.people.links.SealedPersons;
import hmnet.people.patients.LinkedPatient;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedNumbers;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Decides whether a person's chart opens to a requester, and how far (開示の判定).
@Component
public class Decisions {
    private static final String STANDING = """
            select c.person = :person as asked, c.joined_under = c.person as chosen,
                   c.state, c.kinds, c.labels, (c.changed_at at time zone 'Asia/Tokyo')::date as consented_on,
                   r.person is not null as related, r.disclose_from,
                   r.issuers,
                   array(select d.facility
                           from disclosure_consent d join standing_facility h on h.id = d.facility
                          where d.person = c.person and d.state = %s) as own_consents,
                   c.kept_facilities && :line::bigint[] or :staff = any(c.kept_staff) as kept_out,
                   c.provisions > 0 as provided,
                   p.*%s
              from consent c
              join person_with_patients p on p.id = c.person
              left join lateral (select l.person, l.disclose_from, l.issuers from relation l
                                  where l.facility = any(:caring::bigint[]) and l.person = c.person
                                    and l.until > now()
                                  order by l.issuers is not null, l.facility <> :facility, l.since desc
                                  limit 1) r on true
              %s
             where c.person = any (array(select s.other from same_person s where s.person = :person)
                                   || cast(:person as uuid))
               and c.joins = (select now.joins from consent now where now.person = c.person)
             order by c.person, p.patient_facility, p.patient limit 500
               for share of c""";

    private static final String ORDINARY = STANDING.formatted(ConsentState.GIVEN.sql(), "", "");

    /// The door is read with everything else and at the same instant. What the person agreed to for emergencies
    /// stands in the row that is locked.
    private static final String THROUGH_DOOR =
            STANDING.formatted(ConsentState.GIVEN.sql(), """
            , o.door, o.whole, c.emergency_since is not null as agreed, c.state = %s as consented,
                   c.protected_since is not null as hidden""".formatted(ConsentState.GIVEN.sql()), """
            left join lateral (select e.door, e.widened_at is not null as whole from emergency_opening e
                                where e.staff = :staff and e.facility = :facility and e.person = cast(:person as uuid)
                                  and e.until > now() and e.ended_at is null and e.door = any(:doors)
                                  and (e.disaster is null or e.disaster in (select d.id from standing_disaster d))
                                order by e.id desc limit 1) o on true""");

    private final JdbcClient db;
    private final Facilities facilities;
    private final Successions successions;
    private final Rules rules;
    private final Clock clock;
    private final SealedPersons persons;
    private final SealedNumbers numbers;
    private final ConsentProvisions provisions;
    private final AccessPolicy policy;

    Decisions(
            JdbcClient db,
            Facilities facilities,
            Successions successions,
            Rules rules,
            Clock clock,
            SealedPersons persons,
            SealedNumbers numbers,
            ConsentProvisions provisions,
            AccessPolicy policy) {
        this.policy = policy;
        this.provisions = provisions;
        this.numbers = numbers;
        this.persons = persons;
        this.db = db;
        this.facilities = facilities;
        this.successions = successions;
        this.rules = rules;
        this.clock = clock;
    }

    /// Decides inside the caller's transaction and keeps a share lock on the person's consent until it ends: a
    /// withdrawal waits for it. Of persons who are one all consents are locked, in one order everywhere; who
    /// waited here for a join or a parting finds no row and nothing opens. An unknown person costs the same
    /// work as a closed one. What the person denies within the consent is read once the consent is held: a denial
    /// that was waited for counts. For a purpose of emergencies a door has to stand open that this member of staff
    /// opened to this person.
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision decide(Requester requester, PersonId person, Purpose purpose) {
        if (requester.emergencyOnly() && !purpose.throughDoor()) {
            return new Refused(Reason.EMERGENCY_DOORS_ONLY);
        }
        if (!hasDoors(requester, purpose)) {
            return new Refused(Reason.NOT_KNOWN);
        }
        var heirs = successions.now();
        var standing = standing(requester, person, purpose, heirs);
        if (purpose.throughDoor()) {
            return throughDoor(requester, standing, person, purpose, heirs);
        }
        return standing.isPresent() && standing.get().isKnownTo(own(requester, heirs))
                ? decide(
                        requester,
                        standing.get().after(heirs),
                        denied(standing.get(), requester, person, purpose),
                        heirs)
                : new Refused(Reason.NOT_KNOWN);
    }

    private static boolean hasDoors(Requester requester, Purpose purpose) {
        return switch (purpose) {
            case TREATMENT, PATIENT_REQUEST -> true;
            case EMERGENCY, BREAK_GLASS -> requester.may(Right.EMERGENCY);
            case DISASTER -> requester.may(Right.DISASTER);
        };
    }

    private Optional<PersonStanding> standing(Requester requester, PersonId person, Purpose purpose, Heirs heirs) {
        var asked = db.sql(purpose.throughDoor() ? THROUGH_DOOR : ORDINARY)
                .param("facility", requester.facility().value())
                .param("caring", heirs.numbers(requester.facility(), Follows.RELATIONS))
                .param("line", heirs.numbers(requester.facility(), Follows.SHUTTING_OUT))
                .param("staff", requester.staff().value())
                .param("person", person.value());
        if (purpose.throughDoor()) {
            asked.param(
                    "doors",
                    Arrays.stream(EmergencyDoor.values())
                            .filter(door -> door.purpose() == purpose)
                            .map(EmergencyDoor::word)
                            .toArray(String[]::new));
        }
        return asked.query((ResultSetExtractor<Optional<PersonStanding>>) rows -> read(rows, purpose));
    }

    /// An emergency door stands beside ties and the consent for care: of the consent only the labels bind it.
    /// Hospitals' rules, the profession's table and denials hold as always.
    private Decision throughDoor(
            Requester requester, Optional<PersonStanding> found, PersonId person, Purpose purpose, Heirs heirs) {
        var door = found.flatMap(PersonStanding::openDoor);
        if (door.isEmpty()) {
            return new Refused(Reason.NOT_KNOWN);
        }
        var standing = found.orElseThrow().after(heirs);
        var denied = denied(standing, requester, person, purpose);
        if (closesAll(denied)) {
            return new Refused(Reason.CLOSED_BY_PERSON);
        }
        var labels = standing.state() == ConsentState.GIVEN
                ? standing.labels()
                : ConsentChoice.EVERYTHING_BUT_SENSITIVE.labels();
        var grant = disclosure(
                        requester, standing, new AgreedScope(door.get().kinds(standing.kinds()), labels, denied), null)
                .grant(sourcesOf(standing.known().patients(), requester, heirs));
        return new Granted(standing.known().person(), grant, door.get().door());
    }

    private List<ConsentProvision> denied(
            PersonStanding standing, Requester requester, PersonId person, Purpose purpose) {
        if (!standing.provided()) {
            return List.of();
        }
        var heirs = successions.now();
        return provisions.against(
                person,
                new ReaderNumbers(
                        requester.staff(),
                        heirs.numbers(requester.facility(), Follows.SHUTTING_OUT),
                        heirs.numbers(requester.facility(), Follows.CONSENTS),
                        requester.facilityKind().mask(),
                        purpose));
    }

    /// Whether a profession at such a facility sees rows of this kind with these labels at all, whatever
    /// person and hospital allow.
    public boolean professionSees(Profession profession, FacilityKind at, RecordKind kind, long labels) {
        var reader = today(profession, at);
        return reader.sees(kind) && (labels & ~(reader.labels() | reader.safe(kind))) == 0;
    }

    private ReaderPolicy today(Profession profession, FacilityKind at) {
        return policy.book().of(profession, at, LocalDate.now(clock.withZone(Disclosure.JAPAN)));
    }

    /// Decides, and says by which conditions; of a reader without a tie, by which one would bring. For purposes of
    /// care:
    /// an emergency door explains itself. What the conditions let through is what the grant does.
    @Transactional(propagation = Propagation.MANDATORY)
    public DecisionBasis explain(Requester reader, PersonId person, Purpose purpose) {
        if (purpose.throughDoor()) {
            throw new IllegalArgumentException("An emergency door explains itself");
        }
        var decision = decide(reader, person, purpose);
        if (reader.emergencyOnly() || !reader.direction().views()) {
            return new DecisionBasis(decision, List.of());
        }
        var heirs = successions.now();
        return standing(reader, person, purpose, heirs)
                .filter(standing -> !standing.keptOut())
                .map(standing ->
                        new DecisionBasis(decision, conditions(reader, standing.after(heirs), person, purpose, heirs)))
                .orElseGet(() -> new DecisionBasis(decision, List.of()));
    }

    private List<KindBasis> conditions(
            Requester reader, PersonStanding standing, PersonId person, Purpose purpose, Heirs heirs) {
        return opened(reader, standing, denied(standing, reader, person, purpose), heirs)
                .map(opened -> new Conditions(disclosure(reader, standing, opened.scope(), standing.discloseFrom()))
                        .of(sourcesOf(opened.patients(), reader, heirs)))
                .orElseGet(List::of);
    }

    private Decision decide(Requester requester, PersonStanding standing, List<ConsentProvision> denied, Heirs heirs) {
        if (!requester.direction().views()) {
            return new Refused(Reason.FACILITY_DOES_NOT_VIEW);
        }
        if (closesAll(denied)) {
            return new Refused(Reason.CLOSED_BY_PERSON);
        }
        return opened(requester, standing, denied, heirs)
                .<Decision>map(opened -> granted(requester, heirs, standing, opened))
                .orElseGet(() -> new Refused(
                        standing.state() == ConsentState.WITHDRAWN
                                ? Reason.CONSENT_WITHDRAWN
                                : Reason.CONSENT_MISSING));
    }

    /// Who closed some kinds keeps them back unnamed, as what a consent leaves out; who closed every kind closed the
    /// chart.
    private static boolean closesAll(List<ConsentProvision> denied) {
        var closed = ConsentProvision.closed(denied);
        return Arrays.stream(RecordKind.values()).allMatch(kind -> (closed & kind.mask()) != 0);
    }

    /// What consents open, whatever rules say.
    private record OpenedCharts(AgreedScope scope, List<LinkedPatient> patients) {}

    private Optional<OpenedCharts> opened(
            Requester requester, PersonStanding standing, List<ConsentProvision> denied, Heirs heirs) {
        return switch (standing.state()) {
            case GIVEN ->
                standing.issuersOnly(own(requester, heirs)).isPresent()
                        ? ofIssuers(requester, standing, denied, heirs)
                        : Optional.of(new OpenedCharts(
                                new AgreedScope(standing.kinds(), standing.labels(), denied),
                                standing.known().patients()));
            case WITHDRAWN -> Optional.empty();
            case NONE -> ofIssuers(requester, standing, denied, heirs);
        };
    }

    /// What a 開示カード opens: its issuer's records under the issuer's consent, without those that need care.
    private Optional<OpenedCharts> ofIssuers(
            Requester requester, PersonStanding standing, List<ConsentProvision> denied, Heirs heirs) {
        var opened = standing.issuersOnly(own(requester, heirs)).orElse(Set.of());
        var patients = standing.known().patients().stream()
                .filter(patient -> opened.contains(patient.facility().value()))
                .toList();
        return opened.isEmpty()
                ? Optional.empty()
                : Optional.of(new OpenedCharts(
                        new AgreedScope(-1, ConsentChoice.EVERYTHING_BUT_SENSITIVE.labels(), denied), patients));
    }

    private Decision granted(Requester requester, Heirs heirs, PersonStanding standing, OpenedCharts opened) {
        return new Granted(
                standing.known().person(),
                disclosure(requester, standing, opened.scope(), standing.discloseFrom())
                        .grant(sourcesOf(opened.patients(), requester, heirs)));
    }

    private Disclosure disclosure(
            Requester requester, PersonStanding standing, AgreedScope scope, @Nullable LocalDate discloseFrom) {
        return new Disclosure(
                Audience.PROFESSIONAL,
                today(requester.profession(), requester.facilityKind()),
                rules.book(),
                scope,
                standing.consentedOn(),
                discloseFrom,
                OffsetDateTime.now(clock));
    }

    private Map<LinkedPatient, Source> sourcesOf(List<LinkedPatient> patients, Requester requester, Heirs heirs) {
        var sources = new LinkedHashMap<LinkedPatient, Source>();
        patients.forEach(patient ->
                sources.put(patient, Source.of(patient.facility(), requester.facility(), heirs, facilities::get)));
        return sources;
    }

    /// The facilities whose patients are the requester's own: none, once another has taken over.
    private static Set<FacilityId> own(Requester requester, Heirs heirs) {
        return heirs.standsFor(requester.facility(), Follows.RECORDS);
    }

    /// All rows as one standing: the rows of a person differ in the patient, those of joined persons in all
    /// else.
    private Optional<PersonStanding> read(ResultSet rows, Purpose purpose) throws SQLException {
        PersonStanding all = null;
        while (rows.next()) {
            var row = new PersonStanding(
                    rows.getBoolean("asked"),
                    rows.getBoolean("chosen"),
                    ColumnWord.read(rows, "state", ConsentState.class),
                    rows.getLong("kinds"),
                    rows.getLong("labels"),
                    rows.getObject("consented_on", LocalDate.class),
                    rows.getBoolean("related"),
                    rows.getBoolean("kept_out"),
                    rows.getBoolean("provided"),
                    rows.getObject("disclose_from", LocalDate.class),
                    numbers(rows.getArray("issuers")),
                    Objects.requireNonNull(numbers(rows.getArray("own_consents"))),
                    KnownPerson.of(rows, persons, numbers),
                    purpose.throughDoor() ? door(rows) : null);
            all = all == null ? row : all.with(row);
        }
        return Optional.ofNullable(all).filter(PersonStanding::asked);
    }

    private static @Nullable EmergencyBasis door(ResultSet rows) throws SQLException {
        return rows.getString("door") == null
                ? null
                : new EmergencyBasis(
                        ColumnWord.read(rows, "door", EmergencyDoor.class),
                        rows.getBoolean("whole"),
                        rows.getBoolean("agreed"),
                        rows.getBoolean("consented"),
                        rows.getBoolean("hidden"));
    }

    private static @Nullable Set<Long> numbers(@Nullable Array array) throws SQLException {
        return array == null ? null : Set.copyOf(Arrays.asList((Long[]) array.getArray()));
    }
}
