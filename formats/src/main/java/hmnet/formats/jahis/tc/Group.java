package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.Line;
import java.util.ArrayList;
import java.util.List;

/// Drugs that share a usage (RP): records 201, then 301, 311, 391.
///
/// @param number without leading zeros
/// @param more 301, 311, 391 in their order
record Group(String number, List<Medicine> medicines, List<Line> more) {
    static Group open(String number) {
        return new Group(number, new ArrayList<>(), new ArrayList<>());
    }

    /// Record 301; one without columns where there is none.
    Line usage() {
        return more.stream()
                .filter(line -> line.tag().equals("301"))
                .findFirst()
                .orElse(Line.of("301"));
    }
}
