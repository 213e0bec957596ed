package hmnet.formats.nsips;

import hmnet.formats.base.csv.Line;
import java.util.List;

/// Drugs that share a usage (RP: record 3 and its records 4).
record Group(Line usage, List<Line> drugs) {}
