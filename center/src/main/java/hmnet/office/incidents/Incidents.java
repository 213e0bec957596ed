package hmnet.office.incidents;

import static java.util.stream.Collectors.groupingBy;

import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.MistakenOpening;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.ChartDisplay;
import hmnet.ground.audit.Displays;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.office.incidents.Incident.TakenStep;
import hmnet.office.incidents.Incident.Viewer;
import hmnet.people.arrivals.JoinHistory;
import hmnet.people.arrivals.LinkHistory;
import hmnet.people.arrivals.LinkHistory.LinkPeriod;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Wrong links taken back, and readings that were not justified, looked after (事案): who saw what meanwhile,
/// who was told, what was reported.
@Component
public class Incidents {
    /// A chart that was being opened while the link was taken back still showed it.
    private static final Duration UNTIL_COMMIT_AT_MOST = Duration.ofMinutes(1);

    private static final String MISTAKEN = "人違い（開いた人の申告）";

    private final IncidentRows rows;
    private final LinkHistory history;
    private final JoinHistory joins;
    private final SamePersons same;
    private final Displays displays;
    private final DeskTraces traces;
    private final Clock clock;

    Incidents(
            IncidentRows rows,
            LinkHistory history,
            JoinHistory joins,
            SamePersons same,
            Displays displays,
            DeskTraces traces,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.joins = joins;
        this.same = same;
        this.displays = displays;
        this.traces = traces;
        this.clock = clock;
    }

    /// Takes a wrong link back and opens its incident; nothing when the link does not hold any more.
    @Transactional
    public OptionalLong takeBack(PatientId patient, PersonId person, LocalDate noticedOn, String why, Requester by) {
        return history.takeBack(patient, person, by.actor(), "wrong link")
                .map(stood -> OptionalLong.of(open(stood, noticedOn, why, by, null)))
                .orElseGet(OptionalLong::empty);
    }

    /// For a link that the review desk has just taken back.
    public void open(LinkPeriod stood, Requester by, long review) {
        open(stood, today(), "", by, review);
    }

    /// The same, if anybody looked meanwhile.
    ///
    /// @param review the question whose decision was taken back, or null
    public void openIfShown(LinkPeriod stood, Requester by, @Nullable Long review) {
        if (!displays.of(stood.person().value(), stood.from(), stood.until()).isEmpty()) {
            open(stood, today(), "", by, review);
        }
    }

    /// For two persons who were joined and have just been parted: each chart of the one that stood in the
    /// other's, if anybody looked at that meanwhile.
    public void openIfShown(PersonId person, PersonId other, Requester by, @Nullable Long review) {
        joins.stood(same.of(person), same.of(other)).forEach(stood -> openIfShown(stood, by, review));
    }

    /// The person's log says that a link was taken back, never whose chart it was: that is another human's.
    private long open(LinkPeriod stood, LocalDate noticedOn, String why, Requester by, @Nullable Long review) {
        var id = rows.add(stood, noticedOn, why, by.staff(), review);
        rows.step(id, Step.OPENED, why, by.staff());
        takeDownViewers(rows.find(id).orElseThrow());
        var detail = Map.of("incident", Long.toString(id));
        traces.write(Action.UNLINKED, stood.person(), by, detail);
        traces.write(Action.INCIDENT_OPENED, stood.person(), by, detail);
        return id;
    }

    /// For an emergency opening that a reviewer found not justified, in the reviewer's transaction.
    ///
    /// @param until when it ended
    @Transactional(propagation = Propagation.MANDATORY)
    public long openUnjustified(EmergencyOpening opening, OffsetDateTime until, String why, Requester by) {
        var before = rows.ofOpening(opening.id());
        if (before.isPresent()) {
            rows.step(before.getAsLong(), Step.NOTE, why, by.staff());
            return before.getAsLong();
        }
        return open(opening, until, why, by);
    }

    /// The wrong person was opened in an emergency: an incident from that moment on, with whoever a crew handed it on
    /// to.
    @EventListener
    void mistaken(MistakenOpening mistaken) {
        var opening = mistaken.opening();
        var id = rows.ofOpening(opening.id())
                .orElseGet(() -> open(opening, Objects.requireNonNull(opening.endedAt()), MISTAKEN, mistaken.by()));
        mistaken.handed().forEach(handed -> takeDownViewers(rows.find(id).orElseThrow(), of(handed)));
    }

    private long open(EmergencyOpening opening, OffsetDateTime until, String why, Requester by) {
        var id = rows.add(opening, until, today(), why, by.staff());
        rows.step(id, Step.OPENED, why, by.staff());
        takeDownViewers(rows.find(id).orElseThrow(), of(opening));
        traces.write(Action.INCIDENT_OPENED, opening.person(), by, Map.of("incident", Long.toString(id)));
        return id;
    }

    private static Predicate<ChartDisplay> of(EmergencyOpening opening) {
        return display -> display.staff() == opening.staff().value()
                && display.door().equals(opening.door().word());
    }

    /// For a reading that the log was found to tell of, in the transaction of who says that it is one.
    @Transactional(propagation = Propagation.MANDATORY)
    public long openFound(FoundReading found, String why, Requester by) {
        var id = rows.add(found, today(), why, by.staff());
        rows.step(id, Step.OPENED, why, by.staff());
        takeDownViewers(
                rows.find(id).orElseThrow(),
                display -> display.staff() == found.reader().value());
        traces.write(Action.INCIDENT_OPENED, found.person(), by, Map.of("incident", Long.toString(id)));
        return id;
    }

    public List<Incident> list(boolean closed) {
        return rows.list(closed);
    }

    List<TakenStep> steps(long id) {
        return rows.steps(id);
    }

    /// An incident on somebody's screen, with who looked as the log knows it by now.
    @Transactional
    Optional<Incident> look(long id, Requester requester) {
        var found = rows.find(id);
        found.ifPresent(incident -> {
            if (incident.isOfLink()) {
                takeDownViewers(incident);
            }
            traces.write(Action.INCIDENT_SHOWN, incident.person(), requester, Map.of("incident", Long.toString(id)));
        });
        return found;
    }

    private void takeDownViewers(Incident incident) {
        takeDownViewers(incident, display -> true);
    }

    /// @param only which looks the incident is about
    private void takeDownViewers(Incident incident, Predicate<ChartDisplay> only) {
        displays.of(incident.person().value(), incident.from(), incident.until().plus(UNTIL_COMMIT_AT_MOST)).stream()
                .filter(only)
                .collect(groupingBy(display -> List.of(display.staff(), display.facility())))
                .values()
                .forEach(shown -> rows.add(incident.id(), viewer(shown)));
    }

    /// @param shown what one member of staff was shown, the last time first
    private static Viewer viewer(List<ChartDisplay> shown) {
        var last = shown.getFirst();
        return new Viewer(
                new StaffId(last.staff()),
                new FacilityId(last.facility()),
                last.profession(),
                shown.stream().map(ChartDisplay::view).distinct().toList(),
                last.at(),
                null);
    }

    /// Writes a step down. False for an incident that is closed or not there, and for empty words.
    @Transactional
    boolean step(long id, Step step, String words, Requester by) {
        var open = rows.find(id).filter(incident -> incident.closedAt() == null);
        if (open.isEmpty() || words.isBlank()) {
            return false;
        }
        rows.step(id, step, words.strip(), by.staff());
        traces.write(
                Action.INCIDENT_STEP,
                open.get().person(),
                by,
                Map.of("incident", Long.toString(id), "step", step.word()));
        return true;
    }

    /// What keeps an incident from being closed.
    Set<ReportDuty.MissingStep> missing(long id) {
        var missing =
                ReportDuty.missing(rows.steps(id).stream().map(TakenStep::step).toList());
        if (rows.find(id).filter(incident -> !incident.isOfLink()).isPresent()) {
            missing.remove(ReportDuty.MissingStep.OTHER_TOLD);
        }
        return missing;
    }

    /// Closes an incident with a conclusion; false while something is missing.
    @Transactional
    boolean close(long id, String conclusion, Requester by) {
        if (!missing(id).isEmpty() || !step(id, Step.CLOSED, conclusion, by)) {
            return false;
        }
        return rows.close(id);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JapaneseDates.JAPAN);
    }
}
