package hmnet.formats.model.chart;

import hmnet.formats.model.extract.AllergyExtract;
import java.time.OffsetDateTime;
import java.util.List;

/// Allergies and side effects as one facility knows them (アレルギー・副作用). Silence is no denial: without
/// items there is no row.
public record Allergies(String key, OffsetDateTime at, List<AllergyExtract.AllergyItem> items) implements Entry {}
