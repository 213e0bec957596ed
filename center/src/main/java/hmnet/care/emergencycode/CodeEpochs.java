package hmnet.care.emergencycode;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.SigningKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The epochs of the key that signs codes (鍵の世代). One of the office asks that one ends, a second one ends it: every
/// code
/// signed in it is withdrawn at once, and the next epoch begins.
@Component
class CodeEpochs {
    static final String KIND = "emergency-code-epoch";
    private static final int LISTED = 24;
    private static final String COLUMNS = "select epoch, salt, began_at, ended_at from emergency_code_epoch ";

    private final JdbcClient db;
    private final Keys keys;
    private final Approvals approvals;
    private final Audit audit;

    CodeEpochs(JdbcClient db, Keys keys, Approvals approvals, Audit audit) {
        this.db = db;
        this.keys = keys;
        this.approvals = approvals;
        this.audit = audit;
    }

    /// The result (世代を終える結果).
    enum EpochResult {
        ASKED,
        ENDED,
        /// Said no, or taken back.
        REFUSED,
        /// Who asked cannot be who ends it.
        SAME_PERSON,
        /// Nobody asked, or somebody asked already.
        NOTHING
    }

    /// The newest first, as far as codes signed in them may be shown.
    List<CodeEpoch> all() {
        return db.sql(COLUMNS + "order by epoch desc limit " + LISTED)
                .query(CodeEpochs::read)
                .list();
    }

    /// The one in which codes are signed now, held so that it does not end before the code stands.
    CodeEpoch held() {
        return db.sql(COLUMNS + "where ended_at is null for share")
                .query(CodeEpochs::read)
                .single();
    }

    SigningKey signer(int epoch) {
        return new SigningKey(keys, "emergency code " + epoch);
    }

    Optional<Approval> waiting() {
        return approvals.waiting(KIND).stream().findFirst();
    }

    /// The first of two.
    @Transactional
    public EpochResult ask(String why, Requester by) {
        var epoch = held().number();
        if (!approvals.propose(subject(epoch), "end", why, epoch, by.actor())) {
            return EpochResult.NOTHING;
        }
        trace(epoch, "asked", why, by);
        return EpochResult.ASKED;
    }

    /// The second of two.
    @Transactional
    public EpochResult agree(Requester by) {
        var epoch = heldAlone().number();
        return switch (SecondPerson.of(approvals.held(subject(epoch), epoch), by.actor())) {
            case NothingWaits<Approval> nothing -> EpochResult.NOTHING;
            case Proposer<Approval> asker -> EpochResult.SAME_PERSON;
            case Other<Approval>(var asked) -> {
                approvals.confirm(asked, by.actor());
                next(epoch);
                trace(epoch, "ended", asked.why(), by);
                yield EpochResult.ENDED;
            }
        };
    }

    /// By a second person, or by whoever asked.
    @Transactional
    public EpochResult refuse(Requester by) {
        var epoch = heldAlone().number();
        var asked = approvals.held(subject(epoch));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            trace(epoch, one.by().equals(by.actor()) ? "withdrawn" : "refused", "", by);
        });
        return asked.isPresent() ? EpochResult.REFUSED : EpochResult.NOTHING;
    }

    private CodeEpoch heldAlone() {
        return db.sql(COLUMNS + "where ended_at is null for update")
                .query(CodeEpochs::read)
                .single();
    }

    private void next(int epoch) {
        db.sql("update emergency_code_epoch set ended_at = now() where epoch = ?")
                .param(epoch)
                .update();
        db.sql("insert into emergency_code_epoch (epoch, salt) values (?, uuid_send(gen_random_uuid()))")
                .param(epoch + 1)
                .update();
    }

    private void trace(int epoch, String outcome, String why, Requester by) {
        var trace = by.did(Action.EMERGENCY_CODE_KEY_CHANGED, outcome).with("epoch", Integer.toString(epoch));
        audit.write(why.isEmpty() ? trace : trace.with("why", why));
    }

    private static Subject subject(int epoch) {
        return new Subject(KIND, Integer.toString(epoch));
    }

    private static CodeEpoch read(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new CodeEpoch(
                row.getInt("epoch"),
                row.getBytes("salt"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
