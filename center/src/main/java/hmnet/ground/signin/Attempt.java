package hmnet.ground.signin;

import hmnet.ground.directory.Requester;
import java.time.Duration;

/// How an attempt to show a factor ended (認証の結果).
sealed interface Attempt {
    /// The factor is right; the token is what the cookie shall hold from now on.
    record Passed(Token token, Requester person) implements Attempt {}

    /// It is wrong, or there is nobody of that name: the same answer.
    record Wrong() implements Attempt {}

    /// The initial password is right, and the slip that it stands on is over.
    record SlipOver() implements Attempt {}

    /// It was not even tried, because too many went wrong before.
    record Held(Duration pause) implements Attempt {}

    /// What it belonged to is over: one starts again from the sign-in page.
    record Over() implements Attempt {}
}
