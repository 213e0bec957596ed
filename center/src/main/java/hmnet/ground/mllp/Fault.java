package hmnet.ground.mllp;

/// What is wrong with a message (エラー, ERR segment).
///
/// @param where ERR-2, such as `QPD^1^3^1^1`, or a path in XML; empty when it is the whole message
/// @param code ERR-3 of table 0357
/// @param text ERR-8, for whoever runs the sending system
public record Fault(String where, Hl7ErrorCode code, String text) {
    /// Table 0357, as far as it is used here.
    public enum Hl7ErrorCode {
        SEGMENT_SEQUENCE("100", "Segment sequence error"),
        REQUIRED_FIELD("101", "Required field missing"),
        DATA_TYPE("102", "Data type error"),
        TABLE_VALUE("103", "Table value not found"),
        UNSUPPORTED_MESSAGE("200", "Unsupported message type"),
        UNSUPPORTED_EVENT("201", "Unsupported event code"),
        UNSUPPORTED_PROCESSING("202", "Unsupported processing id"),
        UNSUPPORTED_VERSION("203", "Unsupported version id"),
        UNKNOWN_KEY("204", "Unknown key identifier"),
        DUPLICATE_KEY("205", "Duplicate key identifier"),
        INTERNAL("207", "Application internal error");

        private final String number;
        private final String words;

        Hl7ErrorCode(String number, String words) {
            this.number = number;
            this.words = words;
        }

        public String number() {
            return number;
        }

        public String words() {
            return words;
        }
    }
}
