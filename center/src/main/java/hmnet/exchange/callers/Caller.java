package hmnet.exchange.callers;

import hmnet.ground.directory.FacilityId;

/// A facility whose machine asks, with the right it has (照会元).
///
/// @param office whether it is the office that runs the network
public record Caller(FacilityId facility, TransactionGroup errand, Scope scope, boolean office) {
    public boolean ofRegion() {
        return scope == Scope.REGION;
    }
}
