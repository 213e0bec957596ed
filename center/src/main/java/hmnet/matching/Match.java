package hmnet.matching;

import java.util.List;

/// Two charts compared (照合結果): how likely they are one person, what follows, and why.
public record Match(double score, Outcome outcome, List<Evidence> evidence) {}
