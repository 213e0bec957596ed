package hmnet.ground.audit;

import java.time.OffsetDateTime;

/// One view of a person's chart that a member of staff was shown (表示), however often: the last time counts.
///
/// @param facility from which it was opened
/// @param view the view that was asked for, as it stands in the event
public record ChartDisplay(long staff, long facility, String profession, String view, String door, OffsetDateTime at) {}
