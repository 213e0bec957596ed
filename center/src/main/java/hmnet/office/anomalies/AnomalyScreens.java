package hmnet.office.anomalies;

import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.office.anomalies.AnomalyDesk.FindingFilter;
import hmnet.office.anomalies.AnomalyDesk.ShownFinding;
import hmnet.office.anomalies.AnomalyFinding.FindingClosing;
import hmnet.office.anomalies.AnomalyListScreen.FindingFacility;
import hmnet.office.anomalies.AnomalyListScreen.FindingLine;
import hmnet.office.anomalies.AnomalyScreen.ClosingLine;
import hmnet.office.anomalies.AnomalyScreen.ReadLine;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Fills the screens of findings (気づきの画面の組み立て).
@Component
class AnomalyScreens {
    private final AnomalyDesk desk;
    private final Facilities facilities;
    private final Staff staff;
    private final Clock clock;

    AnomalyScreens(AnomalyDesk desk, Facilities facilities, Staff staff, Clock clock) {
        this.desk = desk;
        this.facilities = facilities;
        this.staff = staff;
        this.clock = clock;
    }

    AnomalyListScreen list(FindingFilter filter, @Nullable String done, TypedForm report, Requester by) {
        var isOffice = by.may(Right.OFFICE);
        var open = desk.list(filter, false, by);
        var closed = desk.list(filter, true, by);
        desk.listed(open.size() + closed.size(), by);
        var waiting = desk.open(by);
        var oldest = waiting.oldest();
        return new AnomalyListScreen(
                waiting.count(),
                oldest == null
                        ? null
                        : Duration.between(oldest, OffsetDateTime.now(clock)).toDays(),
                lines(open),
                lines(closed),
                isOffice
                        ? facilities.all().stream()
                                .map(one -> new FindingFacility(
                                        Long.toString(one.id().value()), one.name()))
                                .toList()
                        : List.of(),
                filter.facility() == null ? "" : Long.toString(filter.facility().value()),
                Arrays.stream(AnomalyRule.values())
                        .filter(rule -> isOffice || rule != AnomalyRule.PROTECTED)
                        .map(AnomalyRule::word)
                        .toList(),
                filter.rule() == null ? "" : filter.rule().word(),
                isOffice,
                done,
                report);
    }

    private List<FindingLine> lines(List<AnomalyFinding> findings) {
        var names = staff.names(
                findings.stream().map(AnomalyFinding::staff).distinct().toList());
        return findings.stream().map(one -> line(one, names)).toList();
    }

    private FindingLine line(AnomalyFinding one, Map<StaffId, String> names) {
        var closing = one.closing();
        return new FindingLine(
                one.id(),
                one.rule().word(),
                one.weight(),
                facilities.get(one.facility()).name(),
                names.getOrDefault(one.staff(), ""),
                one.day(),
                one.times(),
                one.lastAt(),
                closing == null ? null : closing.outcome().word());
    }

    AnomalyScreen of(ShownFinding shown, TypedForm form, Requester by) {
        var one = shown.finding();
        var closing = one.closing();
        var names = staff.names(Stream.of(one.staff(), closing == null ? null : closing.by())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var person = shown.person();
        return new AnomalyScreen(
                line(one, names),
                one.firstAt(),
                person == null ? null : person.name(),
                person == null ? null : person.birthDate(),
                one.person() == null,
                shown.events().stream().map(AnomalyScreens::read).toList(),
                Arrays.stream(FindingOutcome.values())
                        .filter(outcome -> outcome != FindingOutcome.INCIDENT || desk.mayOpenIncident(one, by))
                        .map(FindingOutcome::word)
                        .toList(),
                closing == null ? null : closing(closing, names),
                form);
    }

    private static ClosingLine closing(FindingClosing closing, Map<StaffId, String> names) {
        return new ClosingLine(
                closing.outcome().word(),
                closing.words(),
                names.getOrDefault(closing.by(), ""),
                closing.at(),
                closing.incident());
    }

    private static ReadLine read(ExposedEvent event) {
        var detail = event.trace().detail();
        return new ReadLine(
                event.at().atOffset(ZoneOffset.UTC),
                event.trace().profession(),
                detail.getOrDefault("view", ""),
                detail.getOrDefault("door", ""),
                event.origin().address());
    }
}
