package hmnet.care.viewer;

import java.time.LocalDate;
import java.util.List;

/// One day of the time line (時系列の一日).
public record TimelineDay(LocalDate day, List<TimelineFacility> facilities) {}
