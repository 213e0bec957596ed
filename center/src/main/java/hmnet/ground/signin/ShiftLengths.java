package hmnet.ground.signin;

import hmnet.ground.directory.FacilityId;
import java.time.Duration;
import java.util.Optional;

/// How long a sign-in at a facility's device lasts, where the facility says so (勤務の長さ).
public interface ShiftLengths {
    /// Nothing where it lasts as everywhere.
    Optional<Duration> of(FacilityId facility);
}
