package hmnet.consent.notices;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.database.Recent;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The register of what is explained before somebody consents, and of where it hangs (説明の版の台帳). A version is proposed
/// by one of the office and agreed to by another; it ends no consent.
@Component
public class ConsentNotices {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String KIND = "consent-notice";
    private static final String COLUMNS = "select version, title, words, effective_on, asks_anew from consent_notice";

    private final JdbcClient db;
    private final Approvals approvals;
    private final Audit audit;
    private final Clock clock;
    private final Recent<NoticeBook> book;

    ConsentNotices(JdbcClient db, Approvals approvals, Audit audit, Clock clock) {
        this.db = db;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
        this.book = new Recent<>(() -> new NoticeBook(db.sql(COLUMNS + " where agreed_by is not null")
                .query(ConsentNotices::notice)
                .list()));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    public NoticeBook book() {
        return book.get();
    }

    /// What is explained today.
    public ConsentNotice inForce() {
        return book.get().inForce(today());
    }

    /// The version under which something is said now.
    public String current() {
        return inForce().version();
    }

    /// How a proposal or an answer to one went (提案の結果).
    public enum NoticeAnswer {
        DONE,
        /// The version is in use or waits already.
        TAKEN,
        /// Whoever proposed it cannot confirm it.
        SECOND_PERSON,
        /// Nothing waits any more.
        GONE,
        /// Its day is over.
        PAST
    }

    /// Asks for a new version.
    @Transactional
    public NoticeAnswer propose(ConsentNotice draft, Requester by) {
        if (draft.effectiveOn().isBefore(today())) {
            return NoticeAnswer.PAST;
        }
        var taken = db.sql("""
                        insert into consent_notice (version, title, words, effective_on, asks_anew, proposed_by)
                        values (?, ?, ?, ?, ?, ?) on conflict (version) do nothing""")
                        .params(
                                draft.version(),
                                draft.title(),
                                draft.words(),
                                draft.effectiveOn(),
                                draft.asksAnew(),
                                by.actor().word())
                        .update()
                == 0;
        if (taken) {
            return NoticeAnswer.TAKEN;
        }
        approvals.propose(subject(draft.version()), "add", "", 0, by.actor());
        trace(draft.version(), "proposed", by);
        return NoticeAnswer.DONE;
    }

    /// One that waits for a second person.
    ///
    /// @param own whether the asker proposed it
    public record WaitingNotice(ConsentNotice notice, boolean own) {}

    public List<WaitingNotice> waiting(Requester by) {
        return db
                .sql(COLUMNS + " where agreed_by is null order by effective_on, version limit 100")
                .query(ConsentNotices::notice)
                .list()
                .stream()
                .map(notice -> new WaitingNotice(
                        notice,
                        approvals
                                .open(subject(notice.version()))
                                .filter(one -> one.by().equals(by.actor()))
                                .isPresent()))
                .toList();
    }

    @Transactional
    public NoticeAnswer agree(String version, Requester by) {
        var notice = draft(version);
        if (notice.isEmpty()) {
            return NoticeAnswer.GONE;
        }
        return switch (SecondPerson.of(approvals.held(subject(version)), by.actor())) {
            case SecondPerson.NothingWaits<Approval>() -> NoticeAnswer.GONE;
            case SecondPerson.Proposer<Approval> proposer -> NoticeAnswer.SECOND_PERSON;
            case SecondPerson.Other<Approval>(var approval) -> {
                if (notice.get().effectiveOn().isBefore(today())) {
                    yield NoticeAnswer.PAST;
                }
                approvals.confirm(approval, by.actor());
                db.sql("update consent_notice set agreed_by = ? where version = ? and agreed_by is null")
                        .params(by.actor().word(), version)
                        .update();
                book.forget();
                trace(version, "confirmed", by);
                yield NoticeAnswer.DONE;
            }
        };
    }

    /// By a second person, or by whoever proposed it: the version can be proposed anew.
    @Transactional
    public NoticeAnswer refuse(String version, Requester by) {
        if (draft(version).isEmpty()) {
            return NoticeAnswer.GONE;
        }
        var asked = approvals.held(subject(version));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            db.sql("delete from consent_notice where version = ? and agreed_by is null")
                    .param(version)
                    .update();
            trace(version, one.by().equals(by.actor()) ? "withdrawn" : "refused", by);
        });
        return asked.isPresent() ? NoticeAnswer.DONE : NoticeAnswer.GONE;
    }

    private Optional<ConsentNotice> draft(String version) {
        return db.sql(COLUMNS + " where version = ? and agreed_by is null")
                .param(version)
                .query(ConsentNotices::notice)
                .optional();
    }

    /// A facility hangs today's version where its patients see it.
    ///
    /// @return false where that stands there already
    @Transactional
    public boolean post(LocalDate day, Requester by) {
        var version = current();
        var posted = db.sql("""
                        insert into posted_notice (facility, version, posted_on, by) values (?, ?, ?, ?)
                        on conflict (facility, version) do nothing""")
                        .params(by.facility().value(), version, day, by.actor().word())
                        .update()
                == 1;
        if (posted) {
            audit.write(by.did(Action.NOTICE_POSTED, "posted").with(Map.of("version", version, "on", day.toString())));
        }
        return posted;
    }

    /// Since when a facility says that a version hangs there.
    public Optional<LocalDate> posted(FacilityId facility, String version) {
        return db.sql("select posted_on from posted_notice where facility = ? and version = ?")
                .params(facility.value(), version)
                .query(LocalDate.class)
                .optional();
    }

    /// Facilities that show records and have not said that today's version hangs there.
    public List<FacilityId> notPosted() {
        return db.sql("""
                        select f.id from facility f
                         where f.direction in ('disclose+view', 'send')
                           and f.kind not in ('office', 'handbook')
                           and (f.left_on is null or f.left_on > (now() at time zone 'Asia/Tokyo')::date)
                           and not exists (select from posted_notice p where p.facility = f.id and p.version = ?)
                         order by f.kind, f.id limit 5000""")
                .param(current())
                .query((row, number) -> new FacilityId(row.getLong(1)))
                .list();
    }

    private void trace(String version, String outcome, Requester by) {
        audit.write(by.did(Action.NOTICE_CHANGED, outcome).with("version", version));
    }

    private static Subject subject(String version) {
        return new Subject(KIND, version);
    }

    private static ConsentNotice notice(ResultSet row, int number) throws SQLException {
        return new ConsentNotice(
                row.getString("version"),
                row.getString("title"),
                row.getString("words"),
                row.getObject("effective_on", LocalDate.class),
                row.getBoolean("asks_anew"));
    }
}
