package hmnet.ground.approval;

import hmnet.ground.audit.Actor;
import java.util.Optional;
import java.util.function.Function;

/// Who comes to a proposal (二人目): whoever made it is never the one who confirms it, by number, however often
/// they sign in.
///
/// @param <P> the proposal: an `Approval`, or the row of an owner that keeps proposals of its own
public sealed interface SecondPerson<P> {
    /// There is no proposal to confirm.
    record NothingWaits<P>() implements SecondPerson<P> {}

    /// The one who proposed it: barred.
    record Proposer<P>(P proposal) implements SecondPerson<P> {}

    /// Somebody else, who may confirm it.
    record Other<P>(P proposal) implements SecondPerson<P> {}

    static <P> SecondPerson<P> of(Optional<P> waiting, Function<P, Actor.StaffMember> proposer, Actor.StaffMember who) {
        if (waiting.isEmpty()) {
            return new NothingWaits<>();
        }
        var proposal = waiting.get();
        return proposer.apply(proposal).equals(who) ? new Proposer<>(proposal) : new Other<>(proposal);
    }

    static SecondPerson<Approval> of(Optional<Approval> waiting, Actor.StaffMember who) {
        return of(waiting, Approval::by, who);
    }
}
