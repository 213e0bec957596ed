package hmnet.formats.nsips;

import hmnet.formats.base.csv.RecordLine;
import java.util.List;

/// Drugs that share a usage (RP: record 3 and its records 4).
record NsipsGroup(RecordLine usage, List<RecordLine> drugs) {}
