package hmnet.care.recordpage;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.recordpage.RecordScreen.LineState;
import hmnet.care.recordpage.RecordScreen.RecordLine;
import hmnet.care.viewer.Departments;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Messages;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A visit or a step of a stay in lines (来院・入退院の内容): where from and where to, when, and how it ended.
final class StayLines {
    private final Messages m;

    StayLines(Messages m) {
        this.m = m;
    }

    Stream<RecordLine> of(StayExtract stay, Set<Label> labels) {
        var department = Departments.whole(stay.department(), labels, m);
        return Stream.of(
                        fact("viewer.record.event", stay.title()),
                        fact("viewer.record.at", m.moment(stay.at())),
                        fact("viewer.record.admitted", moment(stay.admittedAt())),
                        fact("viewer.record.discharged", moment(stay.dischargedAt())),
                        outcome(stay.outcome()),
                        fact("viewer.record.department", department == null ? "" : department),
                        fact("viewer.record.former-ward", stay.formerWard()),
                        fact("viewer.record.ward", stay.ward()),
                        fact("viewer.record.doctor", stay.doctor()),
                        stay.notes().stream().flatMap(note -> fact("viewer.record.notes", note)))
                .flatMap(lines -> lines);
    }

    private Stream<RecordLine> outcome(String outcome) {
        return StateWords.death(outcome)
                ? Stream.of(new RecordLine(
                        m.t("viewer.record.discharge-outcome"),
                        "",
                        null,
                        LabFlag.NONE,
                        List.of(),
                        new LineState(outcome, true, false)))
                : fact("viewer.record.discharge-outcome", outcome);
    }

    private String moment(@Nullable OffsetDateTime at) {
        return at == null ? "" : m.moment(at);
    }

    private Stream<RecordLine> fact(String key, String value) {
        return value.isEmpty() ? Stream.of() : Stream.of(new RecordLine(m.t(key), value, null, LabFlag.NONE));
    }
}
