package hmnet.exchange.callers;

/// A group of transactions that a right is granted for (用件).
public enum TransactionGroup {
    /// Cross-references of patient numbers: ITI-9, ITI-10, ITI-45, ITI-46, ITI-83.
    PIX("pix"),
    /// Demographic queries: ITI-21, ITI-47, ITI-78, ITI-119.
    PDQ("pdq"),
    /// Patient identity feeds: ITI-8, ITI-44, ITI-104.
    FEED("feed"),
    /// Records of care: clinical HL7 v2 messages, bundles of FHIR.
    RECORDS("records");

    private final String word;

    TransactionGroup(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static TransactionGroup of(String word) {
        for (var transactionGroup : values()) {
            if (transactionGroup.word.equals(word)) {
                return transactionGroup;
            }
        }
        throw new IllegalArgumentException("No errand is called " + word + ": pix, pdq, feed or records");
    }
}
