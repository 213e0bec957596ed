package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.Line;
import java.util.ArrayList;
import java.util.List;

/// What was dispensed on a day (調剤情報): everything from a record 5 to the next.
///
/// @param day record 5
/// @param more 11, 15, 51, 401, 411, 421, 501, 601, and unknown ones, in their order
record Dispensing(Line day, List<Line> more, List<Orders> orders) {
    static Dispensing open(Line day) {
        return new Dispensing(day, new ArrayList<>(), new ArrayList<>());
    }

    /// The first record of a number; one without columns where there is none.
    Line first(String tag) {
        return more.stream().filter(line -> line.tag().equals(tag)).findFirst().orElse(Line.of(tag));
    }
}
