package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;
import java.util.List;

/// What one doctor prescribed of a dispensing (処方医ごとの処方).
///
/// @param doctor record 55; one without columns where none was named
record Orders(RecordLine doctor, List<TcGroup> groups) {}
