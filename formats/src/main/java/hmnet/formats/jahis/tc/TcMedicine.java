package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;
import java.util.List;

/// One drug of a group (薬品, record 201) with its remarks: 281, 291.
record TcMedicine(RecordLine drug, List<RecordLine> more) {}
