package hmnet.care.handbook;

import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.PersonBanner.ErasedLine;
import hmnet.care.viewer.PersonBanner.FeedNote;
import java.util.List;

/// Where a page of one's own records comes from, and what may be missing on it (記録の出どころ).
///
/// @param received what each facility sent, and what its rule keeps back
/// @param late whose feed is late
/// @param erased what the page would have shown and is erased
public record OwnSources(List<FacilityCoverage> received, List<FeedNote> late, List<ErasedLine> erased) {}
