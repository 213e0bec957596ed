package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.Line;
import java.util.List;

/// What one doctor prescribed of a dispensing (処方医ごとの処方).
///
/// @param doctor record 55; one without columns where none was named
record Orders(Line doctor, List<Group> groups) {}
