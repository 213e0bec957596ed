package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.RecordLine;
import java.util.List;

/// One drug of a group (薬品, record 201) with the records that speak of it: 211, 221, 231, 241, 281, and
/// unknown ones.
record RxMedicine(RecordLine drug, List<RecordLine> more) {}
