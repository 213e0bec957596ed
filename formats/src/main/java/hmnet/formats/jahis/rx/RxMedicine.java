package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.RecordLine;
import java.util.List;

/// One drug of a group (薬品, record 201) with the records that speak of it: 211, 221, 231, 241, 281, and
/// unknown ones.
record RxMedicine(RecordLine drug, List<RecordLine> more) {
    /// The first record of a number; one without columns where there is none.
    RecordLine first(String tag) {
        return all(tag).stream().findFirst().orElse(RecordLine.of(tag));
    }

    List<RecordLine> all(String tag) {
        return more.stream().filter(line -> line.tag().equals(tag)).toList();
    }
}
