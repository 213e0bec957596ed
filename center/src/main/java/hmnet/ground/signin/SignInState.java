package hmnet.ground.signin;

import hmnet.ground.directory.Requester;

/// How a request from a browser stands (サインインの状態).
public sealed interface SignInState {
    /// Nobody is signed in, or no longer.
    record Absent() implements SignInState {}

    /// Somebody is, but the screen is locked: it hides, and keeps the place.
    record Locked(Requester person) implements SignInState {}

    /// Somebody signed in with an initial password and must choose their own before anything else.
    record MustChange(Requester person) implements SignInState {}

    /// Somebody is signed in with both factors.
    record Present(Requester person) implements SignInState {}
}
