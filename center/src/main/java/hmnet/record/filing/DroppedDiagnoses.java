package hmnet.record.filing;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.filing.RecordsChanged.Change;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Diagnoses that a newer list of the same source no longer holds (取り消された病名): a list is sent whole, so what is not
/// in it any more was taken back, though nobody says so. One that stands under another number of the source's own, by
/// the same name, was not.
final class DroppedDiagnoses {
    private final FacilityId facility;
    private final RecordRows rows;
    private final Envelopes envelopes;

    DroppedDiagnoses(FacilityId facility, RecordRows rows, Envelopes envelopes) {
        this.facility = facility;
        this.rows = rows;
        this.envelopes = envelopes;
    }

    /// A version that was live until a newer one came.
    ///
    /// @param kept the ids that what is in the newer version has in this one
    /// @param titles what the newer version calls its parts
    record ReplacedVersion(MessageSource source, String version, Set<UUID> kept, Set<String> titles) {}

    /// A diagnosis row of such a version.
    @SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
    record DiagnosisRow(UUID id, byte[] extract) {}

    Optional<Change> of(ReplacedVersion replaced) {
        var dropped = rows.diagnoses(replaced.source(), replaced.version()).stream()
                .filter(row -> !replaced.kept().contains(row.id()))
                .filter(row -> title(replaced.source(), row)
                        .filter(title -> !replaced.titles().contains(title))
                        .isPresent())
                .map(DiagnosisRow::id)
                .toList();
        return dropped.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(
                        replaced.source().patient(),
                        replaced.source().key(),
                        RecordState.SUPERSEDED.name(),
                        OffsetDateTime.now(ZoneOffset.UTC),
                        dropped));
    }

    /// Empty where it is erased: nobody is told any more what it was.
    private Optional<String> title(MessageSource source, DiagnosisRow row) {
        var place = EnvelopeContext.ofRecord(facility.value(), source.patient(), row.id(), 'x');
        try {
            return Optional.of(RowCutter.title(envelopes.with(envelope -> envelope.open(row.extract(), place))));
        } catch (ErasedKey erased) {
            return Optional.empty();
        }
    }
}
