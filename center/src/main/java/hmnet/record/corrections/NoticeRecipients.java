package hmnet.record.corrections;

import static java.util.stream.Collectors.groupingBy;

import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.Decision.Refused;
import hmnet.consent.decisions.Decisions;
import hmnet.ground.audit.ChartDisplay;
import hmnet.ground.audit.Displays;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.people.links.Persons;
import hmnet.people.links.Persons.ChartHolder;
import hmnet.people.patients.PatientId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.RetractedRows;
import hmnet.record.charts.RetractedRows.RetractedRow;
import hmnet.record.charts.RetractedRows.SourceMessage;
import hmnet.record.filing.RecordsChanged;
import hmnet.record.filing.RecordsChanged.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears of corrections and takes down who had been shown what changed (訂正・取消の受付). Nothing is asked of
/// those who read charts: the audit events know.
@Component
class NoticeRecipients {
    /// From deciding that a version leaves until its commit, charts still show it.
    private static final Duration UNTIL_COMMIT_AT_MOST = Duration.ofMinutes(1);

    private final Persons persons;
    private final RetractedRows retractedRows;
    private final Displays displays;
    private final Staff staff;
    private final Decisions decisions;
    private final Facilities facilities;
    private final NoticeRows notices;
    private final Clock clock;

    NoticeRecipients(
            Persons persons,
            RetractedRows retractedRows,
            Displays displays,
            Staff staff,
            Decisions decisions,
            Facilities facilities,
            NoticeRows notices,
            Clock clock) {
        this.persons = persons;
        this.retractedRows = retractedRows;
        this.displays = displays;
        this.staff = staff;
        this.decisions = decisions;
        this.facilities = facilities;
        this.notices = notices;
        this.clock = clock;
    }

    /// What left a chart, with all that is told of it.
    private record RetractedContent(
            FacilityId sender,
            ChartHolder holder,
            SourceMessage message,
            List<RetractedRow> rows,
            Correction what,
            OffsetDateTime at,
            List<UUID> dropped) {
        OffsetDateTime stoodFrom() {
            return rows.stream()
                    .map(RetractedRow::receivedAt)
                    .min(OffsetDateTime::compareTo)
                    .orElse(at);
        }
    }

    @ApplicationModuleListener(id = "corrections.telling", condition = "#root.args[0].tells()")
    void hear(RecordsChanged changed) {
        for (var change : changed.changes()) {
            Correction.of(change)
                    .flatMap(what -> gone(new FacilityId(changed.facility()), change, what))
                    .ifPresent(this::tell);
        }
    }

    /// Nothing of a chart number that is linked to nobody: no chart showed it.
    private Optional<RetractedContent> gone(FacilityId sender, Change change, Correction what) {
        var message = new SourceMessage(new PatientId(change.patient()), change.sourceKey());
        var at = change.at().truncatedTo(ChronoUnit.MICROS);
        return persons.holder(message.patient())
                .map(holder -> new RetractedContent(
                        sender, holder, message, retractedRows.rows(message, change.rows()), what, at, change.rows()));
    }

    private void tell(RetractedContent gone) {
        displays.of(gone.holder().person().value(), gone.stoodFrom(), until(gone.at())).stream()
                .collect(groupingBy(ChartDisplay::staff))
                .values()
                .forEach(shown -> tell(gone, shown));
    }

    private OffsetDateTime until(OffsetDateTime at) {
        var now = OffsetDateTime.now(clock);
        var latest = at.plus(UNTIL_COMMIT_AT_MOST);
        return now.isBefore(latest) ? now : latest;
    }

    /// @param shown what one member of staff was shown, the last time first
    private void tell(RetractedContent gone, List<ChartDisplay> shown) {
        var covered = covered(shown.getFirst(), gone);
        var counted = shown.stream()
                .filter(display -> covered.stream().anyMatch(row -> stoodIn(display, row)))
                .toList();
        var kinds = covered.stream()
                .filter(row -> counted.stream().anyMatch(display -> stoodIn(display, row)))
                .mapToLong(row -> row.kind().mask())
                .reduce(0, (a, b) -> a | b);
        if (kinds != 0) {
            var last = counted.getFirst();
            notices.add(new NoticeRecipient(
                    new StaffId(last.staff()),
                    new FacilityId(last.facility()),
                    last.profession(),
                    last.at(),
                    gone.holder().person(),
                    gone.sender(),
                    gone.holder().number(),
                    gone.message(),
                    kinds,
                    gone.what(),
                    gone.at(),
                    gone.dropped()));
        }
    }

    private static boolean stoodIn(ChartDisplay display, RetractedRow row) {
        return ChartView.shows(display.view(), row.kind()) && !display.at().isBefore(row.receivedAt());
    }

    /// What of the message the grant shows them. Where there is none any more, what their profession could have
    /// seen: the sender learns of them, they themselves learn nothing.
    private List<RetractedRow> covered(ChartDisplay shown, RetractedContent gone) {
        var requester = staff.byId(new StaffId(shown.staff()));
        if (requester.isEmpty()) {
            return bySomebodyLikeThem(shown, gone.rows());
        }
        return switch (decisions.decide(requester.get(), gone.holder().person(), Purpose.TREATMENT)) {
            case Granted(var known, var grant, var door) ->
                retractedRows.covered(grant, gone.message(), gone.dropped());
            case Refused refused -> bySomebodyLikeThem(shown, gone.rows());
        };
    }

    private List<RetractedRow> bySomebodyLikeThem(ChartDisplay shown, List<RetractedRow> rows) {
        var profession = Profession.of(shown.profession());
        var at = facilities.get(new FacilityId(shown.facility())).kind();
        return rows.stream()
                .filter(row -> decisions.professionSees(profession, at, row.kind(), row.labels()))
                .toList();
    }
}
