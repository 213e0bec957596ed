package hmnet.record.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes of several callers in one transaction (グループコミット): a caller that comes during a commit joins the next one,
/// so that they share a flush and never wait for each other's row locks. Nobody returns before their own is
/// committed.
///
/// @param <T> what one brings
/// @param <R> what one is told
final class GroupCommit<T, R> {
    /// In bytes: what is larger goes alone, so that a group fits into memory and one statement.
    static final int SMALL = 256 << 10;

    private static final int MOST = 64;
    private final Function<List<T>, List<R>> work;
    private final ReentrantLock turn = new ReentrantLock();
    private final ConcurrentLinkedQueue<WaitingItem<T, R>> waiting = new ConcurrentLinkedQueue<>();

    /// @param work does all of it in one transaction and tells of each in the order given, or throws and did nothing
    GroupCommit(Function<List<T>, List<R>> work) {
        this.work = work;
    }

    /// Does it with whatever else waits. A group that fails is done again one by one: nobody fails for another's fault.
    R with(T brought) {
        var own = new WaitingItem<T, R>(brought);
        waiting.add(own);
        turn.lock();
        try {
            while (!own.tried) {
                together();
            }
        } finally {
            turn.unlock();
        }
        var told = own.told;
        return told != null ? told : work.apply(List.of(brought)).getFirst();
    }

    /// How many wait for the next.
    int waiting() {
        return waiting.size();
    }

    private void together() {
        var group = new ArrayList<WaitingItem<T, R>>();
        for (var next = waiting.poll(); next != null; next = group.size() < MOST ? waiting.poll() : null) {
            next.tried = true;
            group.add(next);
        }
        try {
            var told = work.apply(group.stream().map(one -> one.what).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).told = told.get(i);
            }
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                throw e;
            }
        }
    }

    /// What one waits for. Written and read under the turn alone, but for `told`, which its owner reads after it.
    private static final class WaitingItem<T, R> {
        private final T what;
        private boolean tried;
        private @Nullable R told;

        WaitingItem(T what) {
            this.what = what;
        }
    }
}
