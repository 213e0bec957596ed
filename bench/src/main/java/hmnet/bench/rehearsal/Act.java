package hmnet.bench.rehearsal;

/// What can happen in a sequence (演習の出来事).
enum Act {
    ARRIVES,
    CHANGES,
    REUSED,
    MERGED,
    PARTED,
    MATCHED,
    TIED,
    TAKEN_BACK,
    DECIDED,
    UNDONE,
    JOINED,
    TWO_AGAIN,
    CONSENTS,
    CHOSEN,
    CARD,
    OWN_CARD,
    EXCHANGED,
    OWN_CONSENT_WITHDRAWN,
    CARED_FOR,
    GUARDED,
    GUARD_ENDS,
    LEFT_OUT,
    TAKEN_IN,
    RELINKED
}
