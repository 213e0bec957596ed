package hmnet.office.incidents;

import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One incident (事案).
///
/// @param problem why something was not done, as in `linking.incident.problem.…`, or null
/// @param person in whose chart the other's records stood
/// @param other whose records they are, as far as known now
/// @param duty by when to report
/// @param missing what keeps it open, as in `linking.missing.…`
/// @param steps what may be written down now
/// @param printedBy whose print it is
/// @param opening the emergency opening that was not justified; null for what is none
/// @param finding the finding in the log; null for what is none
public record IncidentScreen(
        long id,
        @Nullable String problem,
        AffectedPerson person,
        AffectedPerson other,
        String facility,
        String number,
        OffsetDateTime from,
        OffsetDateTime until,
        LocalDate today,
        String why,
        String openedBy,
        OffsetDateTime openedAt,
        ReportDuty duty,
        List<ViewerLine> viewers,
        List<DownloadLine> left,
        List<MachineAnswerLine> answered,
        List<StepLine> taken,
        List<String> missing,
        List<String> steps,
        @Nullable OffsetDateTime closedAt,
        String printedBy,
        @Nullable Long opening,
        @Nullable Long finding) {
    public boolean isOfLink() {
        return opening == null && finding == null;
    }

    /// One of the two humans.
    ///
    /// @param links the address of their links, or null for one nobody knows yet
    /// @param toldAt when it was noted that they were told, or why not; or null
    public record AffectedPerson(
            @Nullable String name,
            @Nullable LocalDate birth,
            @Nullable String links,
            @Nullable OffsetDateTime toldAt) {}

    /// Who was shown the chart meanwhile.
    ///
    /// @param kinds what those views show; empty for what shows no records
    public record ViewerLine(
            String facility,
            String phone,
            String profession,
            String name,
            List<RecordKind> kinds,
            OffsetDateTime at,
            @Nullable OffsetDateTime confirmedAt) {}

    /// A download of the facility's list.
    public record DownloadLine(OffsetDateTime at, String by, int rows) {}

    /// What a facility's machine was told of the person.
    public record MachineAnswerLine(OffsetDateTime at, String facility) {}

    /// A line of the log.
    public record StepLine(String step, String words, String by, OffsetDateTime at) {}
}
