package hmnet.record.charts;

import hmnet.formats.model.code.Label;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.people.patients.PatientId;
import hmnet.record.filing.RecordRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Marks what was explained to the patient (説明済み): a doctor of the facility that sent it says so, and rules that wait
/// for it open the record. 未告知 is the sender's own mark: it ends with a message without it, never here.
@Component
public class Explanations {
    private static final Set<Profession> EXPLAINING = Set.of(Profession.DOCTOR, Profession.DENTIST);

    private final RecordRows rows;
    private final Successions successions;
    private final Audit audit;
    private final Clock clock;

    Explanations(RecordRows rows, Successions successions, Audit audit, Clock clock) {
        this.rows = rows;
        this.successions = successions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether the requester is one who explains records of its sender.
    public boolean isFor(Requester requester, ChartEntry entry) {
        return EXPLAINING.contains(requester.profession())
                && successions
                        .now()
                        .standsFor(requester.facility(), Follows.RECORDS)
                        .contains(entry.facility());
    }

    /// Whether it can be marked now: it is final, and its sender does not call it 未告知.
    public boolean canBeTold(ChartEntry entry) {
        return !entry.preliminary() && !entry.labels().contains(Label.UNINFORMED);
    }

    /// Marks a record, or takes the mark back; false where that is not the requester's to do.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mark(Requester requester, Chart chart, UUID id, boolean told) {
        var document = chart.document(id);
        var place = chart.place(id);
        if (document.isEmpty() || place.isEmpty()) {
            return false;
        }
        var entry = document.get().entry();
        if (!isFor(requester, entry) || told && !canBeTold(entry)) {
            return false;
        }
        rows.release(
                new PatientId(place.get().patient()), entry.occurredAt(), id, told ? OffsetDateTime.now(clock) : null);
        var trace = requester
                .did(Action.RECORD_EXPLAINED, told ? "explained" : "taken-back")
                .about(chart.person().id().value());
        audit.write(entry.labels().isEmpty() ? trace.with("record", id.toString()) : trace);
        return true;
    }
}
