package hmnet.consent.subjectrequests;

import hmnet.consent.consents.Consents;
import hmnet.consent.protection.Protections;
import hmnet.consent.subjectrequests.SubjectRequest.RequestAnswer;
import hmnet.consent.subjectrequests.SubjectRequest.RequestDraft;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.ground.routes.Right;
import hmnet.people.patients.PersonId;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What persons ask for by their rights (開示等の請求; APPI 33 to 36): taken down, given to whoever holds the records,
/// answered once. Each step is an event of the person's log, without a word of what was asked. The network changes no
/// record: the facility that made it does, and sends it again.
@Component
public class SubjectRequests {
    /// Open requests of one person that they may have themselves at once.
    static final int OWN_MAX = 20;

    private static final int LISTED = 500;

    private final JdbcClient db;
    private final SubjectRequestRows rows;
    private final RequestTerms terms;
    private final Successions successions;
    private final Protections protections;
    private final Consents consents;
    private final Audit audit;
    private final Clock clock;

    SubjectRequests(
            JdbcClient db,
            SubjectRequestRows rows,
            RequestTerms terms,
            Successions successions,
            Protections protections,
            Consents consents,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.terms = terms;
        this.successions = successions;
        this.protections = protections;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /// Taken down at a desk, on paper. The same form once more is the same request.
    ///
    /// @param check how whoever asks showed who they are, as it stands in the log
    @Transactional
    public UUID take(RequestDraft draft, String check, Requester by) {
        var known = known(draft);
        if (known.isPresent()) {
            return known.get();
        }
        var id = rows.insert(
                draft, "paper", terms.due(draft.receivedOn()), by.actor().word());
        var did =
                by.did(Action.SUBJECT_REQUEST, "received").about(draft.person().value());
        audit.write(trace(did, id, draft.kind(), draft.holder()).with("check", check));
        return id;
    }

    /// Made by the person, or by who decides for them, on their own page.
    ///
    /// @return nothing where as many wait already as one may have
    @Transactional
    public Optional<UUID> make(RequestKind kind, @Nullable FacilityId holder, String words, ResidentCaller by) {
        var person = new PersonId(by.person());
        var draft =
                new RequestDraft(person, kind, holder, by.representation() == null ? "self" : "proxy", words, today());
        var known = known(draft);
        if (known.isPresent()) {
            return known;
        }
        if (of(person).stream().filter(SubjectRequest::open).count() >= OWN_MAX) {
            return Optional.empty();
        }
        var id = rows.insert(draft, "app", terms.due(today()), by.actor().word());
        audit.write(trace(by.did(Action.SUBJECT_REQUEST, "received"), id, kind, holder));
        return Optional.of(id);
    }

    /// One that waits and says the same of the same day: a form that was sent twice. Whoever is one with the person is
    /// held until the transaction ends, so that two at one moment find each other.
    private Optional<UUID> known(RequestDraft draft) {
        consents.held(draft.person());
        return of(draft.person()).stream()
                .filter(one -> one.open() && one.kind() == draft.kind() && Objects.equals(one.holder(), draft.holder()))
                .filter(one ->
                        one.askedBy().equals(draft.askedBy()) && one.words().equals(draft.words()))
                .filter(one -> one.receivedOn().equals(draft.receivedOn()))
                .map(SubjectRequest::id)
                .findFirst();
    }

    /// The facilities that hold records of a person, to whom a request can go.
    public List<FacilityId> holders(PersonId person) {
        return db.sql("""
                        select distinct patient_facility from person_with_patients
                         where id = any(one_with(?)) and patient_facility is not null order by 1 limit 500""")
                .param(person.value())
                .query((row, number) -> new FacilityId(row.getLong(1)))
                .list();
    }

    /// Those of a page that is open: whoever may decide for a person and not see, sees what they asked themselves.
    public List<SubjectRequest> seen(ResidentCaller by) {
        var mine = by.actor().word();
        return of(new PersonId(by.person())).stream()
                .filter(one -> by.sees() || one.takenBy().equals(mine))
                .toList();
    }

    /// To whom whoever has a page open may send a request; who may not see is not told where the person is treated.
    public List<FacilityId> holders(ResidentCaller by) {
        return by.sees() ? holders(new PersonId(by.person())) : List.of();
    }

    /// All of a person and of whoever is one with them, the newest first.
    public List<SubjectRequest> of(PersonId person) {
        return rows.select("where person = any(one_with(?)) order by taken_at desc, id limit " + LISTED)
                .param(person.value())
                .query(rows::read)
                .list();
    }

    /// Those that wait for this desk, the most urgent first.
    public List<SubjectRequest> waiting(Requester by) {
        return rows.select("where id = any (?) order by due_on, taken_at, id limit " + LISTED)
                .param(open(by).toArray(UUID[]::new))
                .query(rows::read)
                .list();
    }

    /// How many wait for this desk.
    public long count(Requester by) {
        return open(by).size();
    }

    private record OpenRequest(
            UUID id, PersonId person, @Nullable FacilityId holder) {}

    /// Whoever does not exist for this desk has asked nothing of it. The office has those of whom their holder may not
    /// know.
    private List<UUID> open(Requester by) {
        var office = by.may(Right.OFFICE);
        return db
                .sql("""
                        select id, person, holder from subject_request
                         where outcome is null
                           and (holder = any(:own::bigint[])
                                or (:office and (holder is null
                                                 or exists (select from consent c
                                                             where c.person = any(one_with(subject_request.person))
                                                               and c.protected_since is not null))))
                           and not kept_from(person, :line::bigint[], :staff)
                         order by due_on limit :listed""")
                .param("own", successions.now().numbers(by.facility(), Follows.RECORDS))
                .param("office", office)
                .param("line", successions.now().numbers(by.facility(), Follows.SHUTTING_OUT))
                .param("staff", by.staff().value())
                .param("listed", LISTED)
                .query((row, number) -> {
                    var holder = row.getObject("holder", Long.class);
                    return new OpenRequest(
                            row.getObject("id", UUID.class),
                            new PersonId(row.getObject("person", UUID.class)),
                            holder == null ? null : new FacilityId(holder));
                })
                .list()
                .stream()
                .filter(one -> isFor(one.holder(), one.person(), by))
                .map(OpenRequest::id)
                .toList();
    }

    /// What waits elsewhere, as the office that watches the terms sees it: how many, and how many too long.
    public record HolderTally(FacilityId holder, long open, long late) {}

    public List<HolderTally> tallies() {
        return db.sql("""
                        select holder, count(*) as open, count(*) filter (where due_on < :today) as late
                          from subject_request where outcome is null and holder is not null
                         group by holder order by late desc, open desc, holder limit 500""")
                .param("today", today())
                .query((row, number) -> new HolderTally(
                        new FacilityId(row.getLong("holder")), row.getLong("open"), row.getLong("late")))
                .list();
    }

    /// One that this desk answers.
    public Optional<SubjectRequest> find(UUID id, Requester by) {
        return rows.select("where id = ?")
                .param(id)
                .query(rows::read)
                .optional()
                .filter(one -> isFor(one, by));
    }

    /// It takes longer, once.
    ///
    /// @return whether it does: it was open, this desk's, and not extended before
    @Transactional
    public boolean extend(UUID id, String why, Requester by) {
        return change(id, "extended", by, one -> one.extension() == null, one -> {
            db.sql("update subject_request set due_on = :due, extension = :why where id = :id")
                    .param("due", one.dueOn().plusDays(terms.extensionDays()))
                    .param("why", rows.sealed(id, "extension", why))
                    .param("id", id)
                    .update();
        });
    }

    /// It goes to another holder; null for the office. The term runs on. The office alone sends it to a facility: a
    /// desk is not told where else a person is treated.
    @Transactional
    public boolean forward(UUID id, @Nullable FacilityId to, Requester by) {
        return change(
                id,
                "forwarded",
                by,
                one -> !Objects.equals(one.holder(), to)
                        && (to == null
                                || by.may(Right.OFFICE) && holders(one.person()).contains(to)),
                one -> db.sql("update subject_request set holder = :holder, record = null where id = :id")
                        .param("holder", to == null ? null : to.value())
                        .param("id", id)
                        .update());
    }

    @Transactional
    public boolean answer(UUID id, RequestAnswer answer, Requester by) {
        return change(id, "answered", Map.of("result", answer.outcome().word()), by, one -> true, one -> {
            db.sql("""
                    update subject_request
                       set outcome = :outcome, ground = :ground, answer = :answer, answered_at = :at, answered_by = :by
                     where id = :id""")
                    .param("outcome", answer.outcome().word())
                    .param(
                            "ground",
                            answer.ground() == null ? null : answer.ground().word())
                    .param("answer", rows.sealed(id, "answer", answer.words()))
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", by.actor().word())
                    .param("id", id)
                    .update();
        });
    }

    /// Names the record that is asked to be put right: it bears the mark until the request is answered. Once; it is
    /// taken off before another is named.
    @Transactional
    public boolean mark(UUID id, PersonId person, UUID record, FacilityId sentBy, Requester by) {
        return change(
                id, "marked", by, one -> one.record() == null && marks(one, person, sentBy), one -> named(id, record));
    }

    /// Takes the mark off a record that was named wrongly.
    @Transactional
    public boolean unmark(UUID id, UUID record, Requester by) {
        return change(id, "unmarked", by, one -> record.equals(one.record()), one -> named(id, null));
    }

    private void named(UUID id, @Nullable UUID record) {
        db.sql("update subject_request set record = cast(:record as uuid) where id = :id")
                .param("record", record == null ? null : record.toString(), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    /// Whether a request can be about a record that a facility sent of a person.
    private boolean marks(SubjectRequest one, PersonId person, FacilityId sentBy) {
        var holder = one.holder();
        return holder != null
                && one.kind().marksRecords()
                && successions
                        .now()
                        .standsFor(successions.now().last(holder), Follows.RECORDS)
                        .contains(sentBy)
                && of(person).stream().anyMatch(other -> other.id().equals(one.id()));
    }

    /// Open requests of a person to put something right that this desk may name a record of this sender for, or has.
    public List<SubjectRequest> markable(PersonId person, UUID record, FacilityId sentBy, Requester by) {
        return of(person).stream()
                .filter(one -> one.open() && isFor(one, by))
                .filter(one -> one.record() == null ? marks(one, person, sentBy) : record.equals(one.record()))
                .toList();
    }

    /// Since when a record is asked to be put right by the person, while that is not answered.
    public Optional<LocalDate> disputedSince(PersonId person, UUID record) {
        return db.sql("""
                        select min(received_on) from subject_request
                         where record = ? and outcome is null and person = any(one_with(?))""")
                .params(record, person.value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /// Takes back what was asked for, by whoever may decide for the person.
    @Transactional
    public boolean withdraw(UUID id, ResidentCaller by) {
        var one = rows.held(id)
                .filter(SubjectRequest::open)
                .filter(held -> seen(by).stream().anyMatch(other -> other.id().equals(held.id())));
        one.ifPresent(held -> {
            db.sql("""
                    update subject_request set outcome = 'withdrawn', answered_at = :at, answered_by = :by
                     where id = :id""")
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", by.actor().word())
                    .param("id", id)
                    .update();
            audit.write(trace(by.did(Action.SUBJECT_REQUEST, "withdrawn"), id, held.kind(), held.holder()));
        });
        return one.isPresent();
    }

    private boolean change(
            UUID id, String step, Requester by, Predicate<SubjectRequest> may, Consumer<SubjectRequest> act) {
        return change(id, step, Map.of(), by, may, act);
    }

    private boolean change(
            UUID id,
            String step,
            Map<String, String> detail,
            Requester by,
            Predicate<SubjectRequest> may,
            Consumer<SubjectRequest> act) {
        var one = rows.held(id)
                .filter(SubjectRequest::open)
                .filter(held -> isFor(held, by))
                .filter(may);
        one.ifPresent(held -> {
            act.accept(held);
            audit.write(trace(
                            by.did(Action.SUBJECT_REQUEST, step)
                                    .about(held.person().value()),
                            id,
                            held.kind(),
                            held.holder())
                    .with(detail));
        });
        return one.isPresent();
    }

    private boolean isFor(SubjectRequest one, Requester by) {
        return isFor(one.holder(), one.person(), by);
    }

    private boolean isFor(@Nullable FacilityId holder, PersonId person, Requester by) {
        if (by.may(Right.OFFICE)) {
            return holder == null || protections.shutsOut(holder, person);
        }
        return holder != null
                && successions.now().standsFor(by.facility(), Follows.RECORDS).contains(holder);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(JapaneseDates.JAPAN));
    }

    private static Trace trace(Trace begun, UUID id, RequestKind kind, @Nullable FacilityId holder) {
        var detail = new TreeMap<>(Map.of("request", id.toString(), "kind", kind.word()));
        if (holder != null) {
            detail.put("holder", Long.toString(holder.value()));
        }
        return begun.with(detail);
    }
}
