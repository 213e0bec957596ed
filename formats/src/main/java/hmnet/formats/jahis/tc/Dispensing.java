package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;
import java.util.ArrayList;
import java.util.List;

/// What was dispensed on a day (調剤情報): everything from a record 5 to the next.
///
/// @param day record 5
/// @param more 11, 15, 51, 401, 411, 421, 501, 601, and unknown ones, in their order
record Dispensing(RecordLine day, List<RecordLine> more, List<Orders> orders) {
    static Dispensing open(RecordLine day) {
        return new Dispensing(day, new ArrayList<>(), new ArrayList<>());
    }

    /// The first record of a number; one without columns where there is none.
    RecordLine first(String tag) {
        return more.stream().filter(line -> line.tag().equals(tag)).findFirst().orElse(RecordLine.of(tag));
    }
}
