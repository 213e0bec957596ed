package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.RecordLine;
import java.util.ArrayList;
import java.util.List;

/// Drugs that share a usage (RP, 剤; record 101) with the records that speak of them all: 102, 111, 181.
///
/// @param number without leading zeros
/// @param form record 101
/// @param more 102, 111, 181 in their order
record RxGroup(String number, RecordLine form, List<RecordLine> more, List<RxMedicine> medicines) {
    static RxGroup open(String number, RecordLine form) {
        return new RxGroup(number, form, new ArrayList<>(), new ArrayList<>());
    }

    /// The first record of a number; one without columns where there is none.
    RecordLine first(String tag) {
        return all(tag).stream().findFirst().orElse(RecordLine.of(tag));
    }

    List<RecordLine> all(String tag) {
        return more.stream().filter(line -> line.tag().equals(tag)).toList();
    }
}
