package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.Line;
import java.util.ArrayList;
import java.util.List;

/// Drugs that share a usage (RP, 剤; record 101) with the records that speak of them all: 102, 111, 181.
///
/// @param number without leading zeros
/// @param form record 101
/// @param more 102, 111, 181 in their order
record Group(String number, Line form, List<Line> more, List<Medicine> medicines) {
    static Group open(String number, Line form) {
        return new Group(number, form, new ArrayList<>(), new ArrayList<>());
    }

    /// The first record of a number; one without columns where there is none.
    Line first(String tag) {
        return more.stream().filter(line -> line.tag().equals(tag)).findFirst().orElse(Line.of(tag));
    }
}
