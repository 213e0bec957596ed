package hmnet.ground.signin;

import hmnet.ground.directory.StaffId;
import java.time.Instant;

/// A person of the tests who can sign in.
record SignedUp(StaffId staff, String login, String password, byte[] secret) {
    /// The code shown now, or some steps of thirty seconds away from now: each is taken once only.
    String code(int steps) {
        return new OneTimeCodes().code(secret, Instant.now().plusSeconds(steps * 30L));
    }
}
