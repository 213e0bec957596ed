package hmnet.ground.mtls;

import hmnet.ground.directory.FacilityId;

/// What a request on the machines' connector turned out to come from (送信機の判定).
public sealed interface Machine {
    /// A machine whose certificate is registered for a facility, and good at this moment.
    record Known(FacilityId facility, String serial) implements Machine {}

    /// A machine that may not use the connector any more, or not yet.
    ///
    /// @param reason in words for whoever runs the machine
    record Refused(String reason) implements Machine {}
}
