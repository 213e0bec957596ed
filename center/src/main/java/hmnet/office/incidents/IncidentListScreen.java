package hmnet.office.incidents;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The incidents (事案の一覧): open ones by the day they were noticed, or closed ones.
public record IncidentListScreen(boolean closed, LocalDate today, List<IncidentLine> lines) {
    /// One incident, without the person's name.
    ///
    /// @param missing what is still to be done, as in `linking.missing.…`
    public record IncidentLine(
            long id,
            String facility,
            OffsetDateTime openedAt,
            ReportDuty duty,
            int viewers,
            List<String> missing,
            @Nullable OffsetDateTime closedAt) {}
}
