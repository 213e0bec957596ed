package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;

/// Who entered a record (レコード作成者), said where it is another than who entered the whole.
///
/// @param whole 作成者 of what the record belongs to; `STAFF` where nothing says
record TcRecorder(String whole) {
    private static final String STAFF = "1";

    static TcRecorder of(RecordLine day) {
        return new TcRecorder(day.has(2) ? day.at(2) : STAFF);
    }

    static TcRecorder none() {
        return new TcRecorder(STAFF);
    }

    /// Behind the words of a record; empty where nothing else is said.
    String words(RecordLine line, int column) {
        var by = line.at(column);
        if (by.equals(whole)) {
            return "";
        }
        return switch (by) {
            case STAFF -> "（医療関係者記入）";
            case "2" -> "（患者等記入）";
            case "8" -> "（その他の者が記入）";
            case "9" -> "（記入者不明）";
            // From outside: nothing, or a number that the standard does not know.
            default -> "";
        };
    }
}
