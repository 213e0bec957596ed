package hmnet.ground.gate;

import hmnet.ground.directory.ResidentCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/// Tells whether a resident sent a request (本人のセッションの照会). Knows no session of staff, as `signin` knows none of
/// residents.
public interface ResidentSessions {
    ResidentState of(HttpServletRequest request);

    /// After how long without a request a session ends.
    Duration idle();

    /// How a request stands.
    sealed interface ResidentState {
        /// Nobody, or a session that has ended.
        record NotSignedIn() implements ResidentState {}

        /// Signed in by a letter: a password is chosen before anything else.
        record FirstSignIn(ResidentCaller resident) implements ResidentState {}

        /// @param subject whose page is open, or nothing where the right to another's page has ended
        record SignedInResident(ResidentCaller resident, Optional<ResidentCaller> subject) implements ResidentState {}
    }
}
