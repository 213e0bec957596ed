package hmnet.care.viewer;

import java.util.List;

/// What one facility did on one day (施設ごとの一日).
public record TimelineFacility(String name, List<TimelineItem> items) {}
