package hmnet.ground.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.approval.Approval.ApprovalState;
import hmnet.ground.audit.Actor;
import hmnet.record.filing.Ward;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/// What one proposes and a second one answers, whatever it is about.
class ApprovalsTest extends Ward {
    private static final AtomicInteger KINDS = new AtomicInteger();

    @Autowired
    private Approvals approvals;

    @Autowired
    private JdbcClient rows;

    @Autowired
    private TransactionOperations transaction;

    private final String kind = "trial-" + Character.toString('a' + KINDS.getAndIncrement());
    private final Subject subject = new Subject(kind, "12 pix");

    private Actor.StaffMember somebody() {
        return office().actor();
    }

    private <T> T together(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    private Approval proposed(Actor.StaffMember by) {
        return together(() -> {
            assertThat(approvals.propose(subject, "open", "because", 7, by)).isTrue();
            return approvals.held(subject).orElseThrow();
        });
    }

    private Approval only() {
        assertThat(approvals.of(subject)).hasSize(1);
        return approvals.of(subject).getFirst();
    }

    @Test
    void aProposalWaitsAndSaysWhoAndWhy() {
        var first = somebody();
        proposed(first);
        var waiting = approvals.open(subject).orElseThrow();
        assertThat(waiting.by()).isEqualTo(first);
        assertThat(List.of(waiting.what(), waiting.why())).containsExactly("open", "because");
        assertThat(waiting.waits()).isTrue();
        assertThat(approvals.waiting(kind)).containsExactly(waiting);
    }

    @Test
    void oneWaitsForEachSubject() {
        proposed(somebody());
        var another = somebody();
        assertThat(together(() -> approvals.propose(subject, "open", "me too", 7, another)))
                .isFalse();
        assertThat(only().why()).isEqualTo("because");
    }

    @Test
    void aSecondPersonConfirmsAndNothingWaitsAnyMore() {
        var proposal = proposed(somebody());
        var second = somebody();
        transaction.executeWithoutResult(status -> approvals.confirm(proposal, second));
        assertThat(only().state()).isEqualTo(ApprovalState.CONFIRMED);
        assertThat(only().second()).isEqualTo(second);
        assertThat(approvals.waiting(kind)).isEmpty();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> approvals.refuse(proposal, second)))
                .as("it is answered once")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyConfirmsWhatTheyProposed() {
        var first = somebody();
        var proposal = proposed(first);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> approvals.confirm(proposal, first)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rows.sql(
                                "update approval set state = 'confirmed', settled_by = proposed_by, settled_at = now() where id = ?")
                        .param(proposal.id())
                        .update())
                .as("the table holds it too")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(only().waits()).isTrue();
    }

    @Test
    void itsProposerWithdrawsAndASecondPersonRefuses() {
        var first = somebody();
        var withdrawn = proposed(first);
        transaction.executeWithoutResult(status -> approvals.refuse(withdrawn, first));
        var refused = proposed(first);
        transaction.executeWithoutResult(status -> approvals.refuse(refused, somebody()));
        assertThat(approvals.of(subject).stream().map(Approval::state))
                .containsExactly(ApprovalState.WITHDRAWN, ApprovalState.REFUSED);
    }

    @Test
    void aProposalAboutWhatIsOtherwiseByNowLapses() {
        proposed(somebody());
        assertThat(together(() -> approvals.held(subject, 7))).isPresent();
        assertThat(together(() -> approvals.held(subject, 8))).isEmpty();
        assertThat(only().state()).isEqualTo(ApprovalState.LAPSED);
        assertThat(only().second()).isNull();
    }

    @Test
    void allThatNamesAWordLapsesAtOnce() {
        proposed(somebody());
        transaction.executeWithoutResult(status -> approvals.lapse(kind, List.of("2", "pi", "p")));
        assertThat(only().waits()).as("a part of a word is no word").isTrue();
        transaction.executeWithoutResult(status -> approvals.lapse(kind, List.of("3", "12")));
        assertThat(only().state()).isEqualTo(ApprovalState.LAPSED);
    }

    @Test
    void nothingIsProposedWithoutATransactionThatTheTraceCanShare() {
        assertThatThrownBy(() -> approvals.propose(subject, "", "", 0, somebody()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
