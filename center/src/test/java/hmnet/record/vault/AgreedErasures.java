package hmnet.record.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Requester;
import hmnet.record.vault.ErasureRequests.ErasureAnswer;
import org.springframework.transaction.support.TransactionTemplate;

/// Two officers who agree to an erasure (消去の申請と承認の下ごしらえ).
public final class AgreedErasures {
    private AgreedErasures() {}

    public static void ask(
            ErasureRequests requests, TransactionTemplate transaction, ErasureTarget target, Requester first) {
        ask(requests, transaction, target, new ErasurePlan(1, 12, 3, 5, 2, 0, 1, "these"), first);
    }

    private static void ask(
            ErasureRequests requests,
            TransactionTemplate transaction,
            ErasureTarget target,
            ErasurePlan plan,
            Requester first) {
        transaction.executeWithoutResult(status ->
                assertThat(requests.ask(target, plan, "閉院のため", first.actor())).isTrue());
    }

    public static void agreed(
            ErasureRequests requests,
            TransactionTemplate transaction,
            ErasureTarget target,
            Requester first,
            Requester second) {
        ask(requests, transaction, target, first);
        assertThat(requests.agree(target, second)).isEqualTo(ErasureAnswer.DONE);
    }

    /// They saw what goes today.
    static void agreed(
            ErasureRequests requests,
            TransactionTemplate transaction,
            ErasureTarget target,
            ErasurePlan plan,
            Requester first,
            Requester second) {
        ask(requests, transaction, target, plan, first);
        assertThat(requests.agree(target, second)).isEqualTo(ErasureAnswer.DONE);
    }
}
