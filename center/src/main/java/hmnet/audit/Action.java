package hmnet.audit;

/// What was done (操作). Its word stands in the log for ever: never change one, never use one again for
/// something else.
public enum Action {
    SIGN_IN("sign-in"),
    SIGN_OUT("sign-out"),
    SIGN_IN_REFUSED("sign-in-refused"),
    CHART_OPENED("chart-opened"),
    CHART_REFUSED("chart-refused"),
    /// Somebody was told that what they had been shown was corrected or taken back.
    CORRECTION_TOLD("correction-told"),
    /// A sender was shown who had been shown what it corrected or took back.
    CORRECTIONS_LISTED("corrections-listed"),
    CARD_READ("card-read"),
    NUMBER_TYPED("number-typed"),
    LINKED("linked"),
    UNLINKED("unlinked"),
    CHART_NUMBER_TIED("chart-number-tied"),
    CARD_ISSUED("card-issued"),
    CARD_ENDED("card-ended"),
    CONSENT_RECORDED("consent-recorded"),
    CONSENT_WITHDRAWN("consent-withdrawn"),
    DISCLOSURE_STOPPED("disclosure-stopped"),
    DISCLOSURE_RESUMED("disclosure-resumed"),
    RECORDS_RECEIVED_REFUSED("records-received-refused"),
    MACHINE_REFUSED("machine-refused"),
    QUARANTINE_RELEASED("quarantine-released"),
    QUARANTINE_DISCARDED("quarantine-discarded"),
    SETUP("setup"),
    /// A facility's machine asked who somebody is, or for numbers: once for each person it was told of, and
    /// once for none.
    PERSON_QUERIED("person-queried"),
    /// A machine's question was refused.
    QUERY_REFUSED("query-refused"),
    /// What a facility's machine may ask was granted or withdrawn.
    EXCHANGE_RIGHT("exchange-right"),
    /// An earlier event's body was erased; the detail `leaf` names which. An erased body without this is a
    /// difference.
    ERASED("erased");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Action of(String word) {
        for (var action : values()) {
            if (action.word.equals(word)) {
                return action;
            }
        }
        throw new IllegalArgumentException("No action is called " + word);
    }
}
