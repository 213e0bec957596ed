package hmnet.care.viewer;

import java.util.List;

/// The hospital stays of a person (入退院), the newest first.
public record AdmissionsScreen(ChartFrame chart, List<Stay> stays, List<Received> received) {}
