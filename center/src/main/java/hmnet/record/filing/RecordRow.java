package hmnet.record.filing;

import hmnet.formats.model.code.RecordKind;
import hmnet.people.patients.PatientId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `record` about to be written (蓄積する一行).
///
/// @param kind 0 = trace of a deletion, or of a message with nothing to show
/// @param department sealed to the row, as `labels`
/// @param sourceKey sealed to the patient
/// @param codes keyed numbers of the codes, in order, joined by commas
/// @param formerCodes the same as rows of before have them, keyed to the patient alone; empty where nothing is
///     corrected
public record RecordRow(
        long patient,
        OffsetDateTime occurredAt,
        UUID id,
        int kind,
        RecordState state,
        int flag,
        long facility,
        byte[] department,
        long labels,
        String sourceKey,
        String version,
        boolean correction,
        boolean preliminary,
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime finalAt,
        int resources,
        long inbox,
        String codes,
        String formerCodes,
        byte[] extract,
        byte[] content) {
    /// A batch that is being filed holds visits (受診の取込). Said in the transaction that files it, to whoever keeps a
    /// list of a day.
    ///
    /// @param facility whose visits
    public record VisitsFiled(long facility, List<FiledVisit> visits) {
        private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
        private static final long KINDS = RecordKind.VISIT.mask() | RecordKind.ADMISSION.mask();

        static VisitsFiled of(long facility, List<RecordRow> rows) {
            return new VisitsFiled(
                    facility,
                    rows.stream()
                            .filter(row -> row.state() == RecordState.LIVE && (KINDS >> row.kind() & 1) == 1)
                            .map(row -> new FiledVisit(
                                    new PatientId(row.patient()),
                                    row.occurredAt().atZoneSameInstant(JAPAN).toLocalDate()))
                            .distinct()
                            .toList());
        }

        /// Whose visit was that day.
        public List<PatientId> on(LocalDate day) {
            return visits.stream()
                    .filter(visit -> visit.day().equals(day))
                    .map(FiledVisit::patient)
                    .toList();
        }
    }

    /// One visit or stay (受診).
    public record FiledVisit(PatientId patient, LocalDate day) {}
}
