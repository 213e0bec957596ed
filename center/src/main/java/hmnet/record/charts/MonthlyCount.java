package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// How many rows of one facility and kind a month holds (件数), after the grant.
///
/// @param month its first day
public record MonthlyCount(FacilityId facility, RecordKind kind, LocalDate month, int count, OffsetDateTime latest) {}
