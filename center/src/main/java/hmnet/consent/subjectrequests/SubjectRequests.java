package hmnet.consent.subjectrequests;

import hmnet.consent.subjectrequests.SubjectRequest.RequestAnswer;
import hmnet.consent.subjectrequests.SubjectRequest.RequestDraft;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.ground.routes.Right;
import hmnet.people.patients.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
/// answered
/// once. Each step is an event of the person's log, without a word of what was asked. The network changes no record:
/// the
/// facility that made it does, and sends it again.
@Component
public class SubjectRequests {
    /// Open requests of one person that they may have themselves at once.
    static final int OWN_MAX = 20;

    private static final int LISTED = 500;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final JdbcClient db;
    private final SubjectRequestRows rows;
    private final RequestTerms terms;
    private final Successions successions;
    private final Audit audit;
    private final Clock clock;

    SubjectRequests(
            JdbcClient db,
            SubjectRequestRows rows,
            RequestTerms terms,
            Successions successions,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.terms = terms;
        this.successions = successions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Taken down at a desk, on paper.
    ///
    /// @param check how whoever asks showed who they are, as it stands in the log
    @Transactional
    public UUID take(RequestDraft draft, String check, Requester by) {
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
        if (of(person).stream().filter(SubjectRequest::open).count() >= OWN_MAX) {
            return Optional.empty();
        }
        var draft =
                new RequestDraft(person, kind, holder, by.representation() == null ? "self" : "proxy", words, today());
        var id = rows.insert(draft, "app", terms.due(today()), by.actor().word());
        audit.write(trace(by.did(Action.SUBJECT_REQUEST, "received"), id, kind, holder));
        return Optional.of(id);
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

    /// All of a person and of whoever is one with them, the newest first.
    public List<SubjectRequest> of(PersonId person) {
        return rows.select("where person = any(one_with(?)) order by taken_at desc, id limit " + LISTED)
                .param(person.value())
                .query(rows::read)
                .list();
    }

    /// Those that wait for this desk, the most urgent first.
    public List<SubjectRequest> waiting(Requester by) {
        return rows.select("""
                        where outcome is null
                          and (holder = any(:own::bigint[]) or (:office and (holder is null or kept_from(person, array[holder], 0))))
                        order by due_on, taken_at, id limit 500""")
                .param("own", own(by))
                .param("office", by.may(Right.OFFICE))
                .query(rows::read)
                .list();
    }

    /// How many wait for this desk.
    public long count(Requester by) {
        return db.sql("""
                        select count(*) from subject_request
                         where outcome is null
                           and (holder = any(:own::bigint[]) or (:office and (holder is null or kept_from(person, array[holder], 0))))""")
                .param("own", own(by))
                .param("office", by.may(Right.OFFICE))
                .query(Long.class)
                .single();
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

    /// It goes to another holder; null for the office. The term runs on.
    @Transactional
    public boolean forward(UUID id, @Nullable FacilityId to, Requester by) {
        return change(
                id,
                "forwarded",
                by,
                one -> !Objects.equals(one.holder(), to)
                        && (to == null || holders(one.person()).contains(to)),
                one -> db.sql("update subject_request set holder = :holder, record = null where id = :id")
                        .param("holder", to == null ? null : to.value())
                        .param("id", id)
                        .update());
    }

    @Transactional
    public boolean answer(UUID id, RequestAnswer answer, Requester by) {
        return change(id, answer.outcome().word(), by, one -> true, one -> {
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

    /// Names the record that is asked to be put right: it bears the mark until the request is answered.
    @Transactional
    public boolean mark(UUID id, PersonId person, UUID record, FacilityId sentBy, Requester by) {
        return change(
                id,
                "marked",
                by,
                one -> one.kind().marksRecords()
                        && sentBy.equals(one.holder())
                        && of(person).stream().anyMatch(other -> other.id().equals(id)),
                one -> db.sql("update subject_request set record = :record where id = :id")
                        .param("record", record)
                        .param("id", id)
                        .update());
    }

    /// Open requests of a person to put something right, of who sent a record, that name no record yet.
    public List<SubjectRequest> markable(PersonId person, FacilityId sentBy, Requester by) {
        return of(person).stream()
                .filter(one -> one.open() && one.kind().marksRecords() && one.record() == null)
                .filter(one -> sentBy.equals(one.holder()) && isFor(one, by))
                .toList();
    }

    /// Since when a record is asked to be put right, while that is not answered.
    public Optional<LocalDate> disputedSince(UUID record) {
        return db.sql("select min(received_on) from subject_request where record = ? and outcome is null")
                .param(record)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /// Takes back what was asked for, by whoever may decide for the person.
    @Transactional
    public boolean withdraw(UUID id, ResidentCaller by) {
        var person = new PersonId(by.person());
        var one = rows.held(id)
                .filter(SubjectRequest::open)
                .filter(held -> of(person).stream().anyMatch(other -> other.id().equals(held.id())));
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
            UUID id, String outcome, Requester by, Predicate<SubjectRequest> may, Consumer<SubjectRequest> act) {
        var one = rows.held(id)
                .filter(SubjectRequest::open)
                .filter(held -> isFor(held, by))
                .filter(may);
        one.ifPresent(held -> {
            act.accept(held);
            audit.write(trace(
                    by.did(Action.SUBJECT_REQUEST, outcome).about(held.person().value()),
                    id,
                    held.kind(),
                    held.holder()));
        });
        return one.isPresent();
    }

    private boolean isFor(SubjectRequest one, Requester by) {
        var holder = one.holder();
        return holder == null || one.shutOut() && by.may(Right.OFFICE)
                ? by.may(Right.OFFICE)
                : successions.now().standsFor(by.facility(), Follows.RECORDS).contains(holder);
    }

    private Long[] own(Requester by) {
        return successions.now().numbers(by.facility(), Follows.RECORDS);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(JAPAN));
    }

    private static Trace trace(Trace begun, UUID id, RequestKind kind, @Nullable FacilityId holder) {
        var detail = new TreeMap<>(Map.of("request", id.toString(), "kind", kind.word()));
        if (holder != null) {
            detail.put("holder", Long.toString(holder.value()));
        }
        return begun.with(detail);
    }
}
