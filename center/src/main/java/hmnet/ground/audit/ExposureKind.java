package hmnet.ground.audit;

/// Through what somebody may have seen something (照会の種類).
public enum ExposureKind {
    /// A user or another actor.
    ACTOR("actor_key"),
    FACILITY("facility_key"),
    ADDRESS("address_key"),
    CREDENTIAL("credential_key");

    private final String column;

    ExposureKind(String column) {
        this.column = column;
    }

    /// The column of the index.
    String column() {
        return column;
    }
}
