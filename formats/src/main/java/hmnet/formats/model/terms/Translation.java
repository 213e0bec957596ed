package hmnet.formats.model.terms;

import hmnet.formats.model.code.Code;
import java.util.List;

/// What the tables say of a thing's codes (対応づけの結果).
///
/// @param same certain, one in each system; and names for codes sent without one
/// @param candidates where a system has several, or none that follows: for a human to choose from, never taken
public record Translation(List<Code> same, List<Code> candidates) {}
