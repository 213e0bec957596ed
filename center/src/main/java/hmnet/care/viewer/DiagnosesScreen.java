package hmnet.care.viewer;

import java.util.List;

/// The diagnoses of a person (病名): those not ended by their facility, then the others.
public record DiagnosesScreen(
        ChartFrame chart, List<DiagnosisLine> open, List<DiagnosisLine> ended, List<Received> received) {}
