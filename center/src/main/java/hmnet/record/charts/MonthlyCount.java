package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// How many rows of one facility and kind a month holds (件数), after the grant.
///
/// @param month its first day
public record MonthlyCount(
        FacilityId facility,
        RecordKind kind,
        LocalDate month,
        int count,
        OffsetDateTime earliest,
        OffsetDateTime latest) {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    static MonthlyCount of(ResultSet row) throws SQLException {
        return new MonthlyCount(
                new FacilityId(row.getLong("facility")),
                RecordKind.of(row.getInt("kind")),
                row.getObject("month", LocalDate.class),
                row.getInt("n"),
                row.getObject("earliest", OffsetDateTime.class),
                row.getObject("latest", OffsetDateTime.class));
    }

    /// The day in Japan of the earliest of them.
    public LocalDate firstDay() {
        return earliest.atZoneSameInstant(JAPAN).toLocalDate();
    }
}
