package hmnet.record.charts;

import java.time.OffsetDateTime;
import java.util.Optional;

/// How much a chart would show (閲覧前の件数): from how many facilities, and the newest care.
public record ChartPreview(int facilities, Optional<OffsetDateTime> newest) {}
