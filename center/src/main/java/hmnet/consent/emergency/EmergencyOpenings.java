package hmnet.consent.emergency;

import hmnet.consent.consents.Consents;
import hmnet.consent.consents.EmergencyConsents;
import hmnet.consent.consents.EmergencyDoor;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.Decision.Refused;
import hmnet.consent.decisions.Decisions;
import hmnet.consent.residentnotices.ResidentNoticeKind;
import hmnet.consent.residentnotices.ResidentNotices;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.disaster.Disasters;
import hmnet.ground.mail.MailAlertKind;
import hmnet.ground.mail.MailAlerts;
import hmnet.ground.routes.Right;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens the emergency doors (救急の入口): one person, one member of staff, for a time. `Decisions` says what
/// opens, from the row that is written here. Nothing comes of it that lasts: no relation, no tie, no note.
@Component
public class EmergencyOpenings {
    private static final Logger LOG = LoggerFactory.getLogger(EmergencyOpenings.class);
    private static final int WORDLESS_MOST = 50;

    /// Words are owed: none were said where no consent was, or a reviewer has asked for some since, at whatever door;
    /// and the review has not ended. What a crew handed on bears the crew's reason, and the words are the crew's.
    private static final String OWED = """
            (o.door = 'break-glass' and o.handed_from is null and o.words is null
                 or exists (select from emergency_review v
                             where v.opening = o.id and v.outcome = 'words'
                               and v.at > coalesce(o.words_at, o.opened_at)))
            and not exists (select from emergency_review v where v.opening = o.id and v.outcome <> 'words')""";

    private final JdbcClient db;
    private final EmergencyRows rows;
    private final EmergencySettings settings;
    private final Consents consents;
    private final EmergencyConsents agreed;
    private final SamePersons samePersons;
    private final Decisions decisions;
    private final MailAlerts mailAlerts;
    private final Disasters disasters;
    private final ResidentNotices notices;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EmergencyOpenings(
            JdbcClient db,
            EmergencyRows rows,
            EmergencySettings settings,
            Consents consents,
            EmergencyConsents agreed,
            SamePersons samePersons,
            Decisions decisions,
            ResidentNotices notices,
            Audit audit,
            MailAlerts mailAlerts,
            Disasters disasters,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mailAlerts = mailAlerts;
        this.notices = notices;
        this.disasters = disasters;
        this.db = db;
        this.rows = rows;
        this.settings = settings;
        this.consents = consents;
        this.agreed = agreed;
        this.samePersons = samePersons;
        this.decisions = decisions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whether the person agreed beforehand, so that the first door opens: by each of those who are one.
    public boolean agreed(PersonId person) {
        return samePersons.of(person).stream().allMatch(one -> agreed.since(one).isPresent());
    }

    /// Opens the door that the person's consent for emergencies opens. Nothing where it does not open, whatever the
    /// cause.
    public Optional<EmergencyOpening> byPriorConsent(Requester by, PersonId person) {
        return open(by, person, DoorRequest.of(EmergencyDoor.PRIOR_CONSENT, ""));
    }

    /// Opens it by what was said at the scene.
    public Optional<EmergencyOpening> byConsentAtScene(Requester by, PersonId person, ConsentGiver giver) {
        return open(by, person, DoorRequest.of(EmergencyDoor.SCENE_CONSENT, giver.word()));
    }

    /// Opens it without consent. Reviewers are told at once, by a number and no name.
    public Optional<EmergencyOpening> breakGlass(Requester by, PersonId person, LifeRisk risk) {
        return open(by, person, DoorRequest.of(EmergencyDoor.BREAK_GLASS, risk.word()));
    }

    /// Opens it under the disaster mode, while that lets the requester look: for a while, and never longer than the
    /// mode.
    public Optional<EmergencyOpening> inDisaster(Requester by, PersonId person) {
        return open(
                by,
                person,
                new DoorRequest(
                        EmergencyDoor.DISASTER, "", null, disasters.opensTo(by).orElse(null), null));
    }

    /// Whether this one may be renewed: without consent, for the first time, by somebody who is no crew.
    public boolean isRenewable(EmergencyOpening opening, Requester by) {
        return opening.withoutConsent()
                && opening.handedFrom() == null
                && opening.renews() == null
                && !by.emergencyOnly()
                && opening.staff().equals(by.staff())
                && !db.sql("select exists (select from emergency_opening where renews = ?)")
                        .param(opening.id())
                        .query(Boolean.class)
                        .single();
    }

    /// Opens it for as long again, once, for a new reason.
    public Optional<EmergencyOpening> renew(Requester by, long id, LifeRisk risk) {
        return own(by, id)
                .filter(opening -> opening.isOpen(now()) && isRenewable(opening, by))
                .flatMap(opening -> open(
                        by,
                        opening.person(),
                        new DoorRequest(EmergencyDoor.BREAK_GLASS, risk.word(), opening, null, null)));
    }

    private Optional<EmergencyOpening> open(Requester by, PersonId person, DoorRequest wanted) {
        var opened = Objects.requireNonNull(transaction.execute(status -> {
            var made = opened(by, person, wanted);
            if (made.isEmpty()) {
                status.setRollbackOnly();
            }
            return made;
        }));
        if (opened.isEmpty()) {
            transaction.executeWithoutResult(status -> refused(by, person, wanted.door()));
        }
        return opened;
    }

    /// That a door did not open, in the log.
    @Transactional
    public void refused(Requester by, PersonId person, EmergencyDoor door) {
        audit.write(by.did(Action.EMERGENCY_REFUSED, person.value(), "refused", Map.of("door", door.word()))
                .purpose(door.purpose().code()));
    }

    /// The same in the caller's transaction, which must not be committed where nothing opens.
    Optional<EmergencyOpening> opened(Requester by, PersonId person, DoorRequest wanted) {
        var door = wanted.door();
        var made = wanted.isOpenTo(by) ? write(by, person, wanted) : Optional.<EmergencyOpening>empty();
        var opens = made.isPresent()
                && switch (decisions.decide(by, person, door.purpose())) {
                    case Granted granted -> true;
                    case Refused refused -> false;
                };
        if (!opens) {
            return Optional.empty();
        }
        audit.write(by.did(
                        wanted.renewed() == null ? Action.EMERGENCY_OPENED : Action.EMERGENCY_RENEWED,
                        person.value(),
                        "opened",
                        detail(made.get()))
                .purpose(door.purpose().code()));
        made.filter(one -> one.isOfEmergency() && wanted.renewed() == null)
                .ifPresent(one -> notices.tell(person, ResidentNoticeKind.EMERGENCY_OPENED, by.facility()));
        made.filter(EmergencyOpening::withoutConsent).ifPresent(one -> {
            mailAlerts.raise(MailAlertKind.BREAK_GLASS, one.id());
            LOG.warn("ALARM A chart was opened without consent; opening {} waits for its review", one.id());
        });
        return made;
    }

    private static Map<String, String> detail(EmergencyOpening opening) {
        var detail = new TreeMap<String, String>();
        detail.put("door", opening.door().word());
        detail.put("opening", Long.toString(opening.id()));
        if (!opening.reason().isEmpty()) {
            detail.put("reason", opening.reason());
        }
        if (opening.handedFrom() != null) {
            detail.put("handed-from", Long.toString(opening.handedFrom()));
        }
        if (opening.disaster() != null) {
            detail.put("disaster", Long.toString(opening.disaster()));
        }
        return detail;
    }

    /// What stood open to this person before is ended: the doors are never mixed.
    private Optional<EmergencyOpening> write(Requester by, PersonId person, DoorRequest wanted) {
        var renewed = wanted.renewed();
        if (consents.held(person).length == 0) {
            return Optional.empty();
        }
        db.sql("""
                        update emergency_opening set ended_at = now()
                         where staff = ? and person = ? and ended_at is null and until > now()""").params(by.staff().value(), person.value()).update();
        return db.sql("""
                        insert into emergency_opening (person, staff, facility, profession, door, reason, until, widened_at,
                                                       renews, disaster, sampled, handed_from)
                        select id, :staff, :facility, :profession, :door, :reason,
                               least(now() + make_interval(secs => :seconds),
                                     (select d.until from standing_disaster d where d.id = :disaster),
                                     cast(:handed_until as timestamptz)),
                               case when :widened then now() end, :renews, :disaster,
                               :door <> 'break-glass' and random() * 100 < :percent, :handed_from
                          from person where id = :person
                            on conflict do nothing
                        returning *""")
                .param("person", person.value())
                .param("staff", by.staff().value())
                .param("facility", by.facility().value())
                .param("profession", by.profession().word())
                .param("door", wanted.door().word())
                .param("reason", wanted.reason())
                .param("seconds", lasts(by).toSeconds())
                .param("widened", renewed != null && renewed.widenedAt() != null)
                .param("renews", renewed == null ? null : renewed.id(), Types.BIGINT)
                .param(
                        "disaster",
                        wanted.disaster() == null ? null : wanted.disaster().id(),
                        Types.BIGINT)
                .param("percent", settings.sampledPercent())
                .param(
                        "handed_from",
                        wanted.handed() == null ? null : wanted.handed().from(),
                        Types.BIGINT)
                .param(
                        "handed_until",
                        wanted.handed() == null ? null : wanted.handed().until(),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .query(EmergencyRows::read)
                .optional();
    }

    private Duration lasts(Requester by) {
        return by.emergencyOnly() ? settings.crew() : settings.chart();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /// One that the requester opened, open or ended; anybody else's is none.
    public Optional<EmergencyOpening> own(Requester by, long id) {
        return db.sql("select * from emergency_opening where id = ? and staff = ? and facility = ?")
                .params(id, by.staff().value(), by.facility().value())
                .query(EmergencyRows::read)
                .optional();
    }

    /// Whether pages beyond the first open: never to a crew, and without consent to doctors alone. Of what a crew
    /// handed on none does: whoever needs more opens a door of their own.
    public boolean isWidenable(EmergencyOpening opening, Requester by) {
        return by.may(Right.VIEW_CHART)
                && !by.emergencyOnly()
                && opening.door() != EmergencyDoor.DISASTER
                && opening.handedFrom() == null
                && (!opening.withoutConsent() || by.profession() == Profession.DOCTOR);
    }

    /// Asks for the rest of the chart.
    ///
    /// @return false where there is no more for this requester
    @Transactional
    public boolean widen(Requester by, long id) {
        var opening = own(by, id).filter(one -> one.isOpen(now()) && isWidenable(one, by));
        if (opening.isEmpty()) {
            return false;
        }
        var changed = db.sql("update emergency_opening set widened_at = now() where id = ? and widened_at is null")
                        .param(id)
                        .update()
                == 1;
        if (changed) {
            trace(by, opening.get(), Action.EMERGENCY_WIDENED, "widened");
        }
        return true;
    }

    /// Ends it before its time: the patient was handed over, or the look is over.
    @Transactional
    public boolean end(Requester by, long id) {
        var opening = own(by, id).filter(one -> one.isOpen(now()));
        if (opening.isEmpty()) {
            return false;
        }
        db.sql("update emergency_opening set ended_at = now() where id = ? and ended_at is null")
                .param(id)
                .update();
        trace(by, opening.get(), Action.EMERGENCY_ENDED, "ended");
        return true;
    }

    /// Whether its reason still has to be said in words.
    public boolean owesWords(EmergencyOpening opening) {
        return db.sql("select exists (select from emergency_opening o where o.id = ? and %s)".formatted(OWED))
                .param(opening.id())
                .query(Boolean.class)
                .single();
    }

    /// Says in words why it was opened. What is said when a reviewer asks for more stands below what was said before,
    /// which stays.
    ///
    /// @return false where no words are owed (any more)
    @Transactional
    public boolean explain(Requester by, long id, String words) {
        var opening = own(by, id);
        if (opening.isEmpty() || words.isBlank()) {
            return false;
        }
        var owed = db.sql("select o.words from emergency_opening o where o.id = ? and " + OWED + " for update")
                .param(id)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .optional();
        if (owed.isEmpty()) {
            return false;
        }
        var all = owed.get().map(before -> rows.open(id, before) + "\n\n").orElse("") + words.strip();
        db.sql("update emergency_opening set words = ?, words_at = now() where id = ?")
                .params(rows.seal(id, all), id)
                .update();
        trace(by, opening.get(), Action.EMERGENCY_EXPLAINED, "said");
        return true;
    }

    private void trace(Requester by, EmergencyOpening opening, Action action, String outcome) {
        audit.write(by.did(action, opening.person().value(), outcome, detail(opening))
                .purpose(opening.door().purpose().code()));
    }

    /// The door through which the whole chart of a person stands open to the requester now.
    public Optional<EmergencyOpening> whole(Requester by, PersonId person) {
        return by.may(Right.EMERGENCY)
                ? db.sql("""
                                select * from emergency_opening
                                 where staff = ? and facility = ? and person = ? and ended_at is null and until > now()
                                   and widened_at is not null order by id desc limit 1""")
                        .params(by.staff().value(), by.facility().value(), person.value())
                        .query(EmergencyRows::read)
                        .optional()
                : Optional.empty();
    }

    /// Those of the requester that stand open, the newest first.
    public List<EmergencyOpening> openNow(Requester by) {
        return db.sql("""
                        select * from emergency_opening
                         where staff = ? and facility = ? and ended_at is null and until > now()
                         order by id desc limit ?""")
                .params(by.staff().value(), by.facility().value(), WORDLESS_MOST)
                .query(EmergencyRows::read)
                .list();
    }

    /// Those of the requester whose reason still has to be said in words: never said, or a reviewer asked for
    /// more since.
    public List<EmergencyOpening> wordless(Requester by) {
        return db.sql("""
                        select o.* from emergency_opening o
                         where o.staff = ? and o.facility = ? and %s
                         order by o.id limit ?""".formatted(OWED))
                .params(by.staff().value(), by.facility().value(), WORDLESS_MOST)
                .query(EmergencyRows::read)
                .list();
    }

    public EmergencySettings settings() {
        return settings;
    }
}
