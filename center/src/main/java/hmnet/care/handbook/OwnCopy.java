package hmnet.care.handbook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A copy of one's own records that is being made or lies ready (自分の記録の書き出し). Its state is read by
/// pages while it is made.
final class OwnCopy {
    /// How far it is.
    sealed interface CopyState {
        /// @param done rows written so far
        /// @param all rows that will be written; 0 while they are not counted yet
        record CopyBegun(int done, int all) implements CopyState {
            /// @return 0 to 99
            public int percent() {
                return all == 0 ? 0 : (int) Math.min(99, 100L * done / all);
            }
        }

        record CopyReady(UUID object, long length, Instant until) implements CopyState {}

        record CopyFailed() implements CopyState {}
    }

    private final Instant begun;
    private volatile CopyState state = new CopyState.CopyBegun(0, 0);

    OwnCopy(Instant begun) {
        this.begun = begun;
    }

    Instant begun() {
        return begun;
    }

    CopyState state() {
        return state;
    }

    /// What is ready or failed stays so, whatever its reader still tells of its rows.
    synchronized void is(CopyState next) {
        if (isBeingMade()) {
            state = next;
        }
    }

    boolean isBeingMade() {
        return state instanceof CopyState.CopyBegun;
    }

    /// Null where it is not ready, or is over.
    CopyState.@Nullable CopyReady ready(Instant now) {
        return state instanceof CopyState.CopyReady ready && now.isBefore(ready.until()) ? ready : null;
    }
}
