package hmnet.office.incidents;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Displays;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.office.incidents.Incident.TakenStep;
import hmnet.office.incidents.Incident.Viewer;
import hmnet.office.incidents.IncidentScreen.AffectedPerson;
import hmnet.people.arrivals.LinkHistory;
import hmnet.people.links.Persons;
import hmnet.record.charts.ChartView;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Fills the screens of incidents (事案の画面の組み立て).
@Component
class IncidentScreens {
    private final Incidents incidents;
    private final IncidentRows rows;
    private final Persons persons;
    private final LinkHistory history;
    private final Facilities facilities;
    private final Staff staff;
    private final Displays displays;
    private final ListDownloads downloads;

    IncidentScreens(
            Incidents incidents,
            IncidentRows rows,
            Persons persons,
            LinkHistory history,
            Facilities facilities,
            Staff staff,
            Displays displays,
            ListDownloads downloads) {
        this.incidents = incidents;
        this.rows = rows;
        this.persons = persons;
        this.history = history;
        this.facilities = facilities;
        this.staff = staff;
        this.displays = displays;
        this.downloads = downloads;
    }

    IncidentListScreen list(boolean closed) {
        return new IncidentListScreen(
                closed,
                incidents.today(),
                incidents.list(closed).stream()
                        .map(incident -> new IncidentListScreen.IncidentLine(
                                incident.id(),
                                facilities.get(incident.facility()).name(),
                                incident.openedAt(),
                                new ReportDuty(incident.noticedOn()),
                                rows.viewers(incident.id()).size(),
                                missing(incident.id()),
                                incident.closedAt()))
                        .toList());
    }

    IncidentScreen of(Incident incident, @Nullable String problem, Requester requester) {
        var viewers = rows.viewers(incident.id());
        var taken = rows.steps(incident.id());
        var left = incident.isOfLink()
                ? downloads.of(incident.facility(), incident.from(), incident.until())
                : List.<ListDownloads.Download>of();
        var names = staff.names(Stream.of(
                        viewers.stream().map(Viewer::staff),
                        taken.stream().map(TakenStep::by),
                        left.stream().map(ListDownloads.Download::staff),
                        Stream.of(incident.openedBy()))
                .flatMap(people -> people)
                .distinct()
                .toList());
        return new IncidentScreen(
                incident.id(),
                problem,
                person(incident, taken),
                other(incident, taken),
                facilities.get(incident.facility()).name(),
                incident.number(),
                incident.from(),
                incident.until(),
                incidents.today(),
                incident.why(),
                names.getOrDefault(incident.openedBy(), ""),
                incident.openedAt(),
                new ReportDuty(incident.noticedOn()),
                viewers.stream().map(viewer -> viewer(viewer, names)).toList(),
                left.stream()
                        .map(one -> new IncidentScreen.DownloadLine(
                                one.at(), names.getOrDefault(one.staff(), ""), one.rows()))
                        .toList(),
                displays.toMachines(incident.person().value(), incident.from(), incident.until()).stream()
                        .map(told -> new IncidentScreen.MachineAnswerLine(
                                told.at(),
                                facilities.get(new FacilityId(told.facility())).name()))
                        .toList(),
                taken.stream()
                        .map(one -> new IncidentScreen.StepLine(
                                one.step().word(), one.words(), names.getOrDefault(one.by(), ""), one.at()))
                        .toList(),
                missing(incident.id()),
                Arrays.stream(Step.values())
                        .filter(step -> Step.written(step.word()).isPresent())
                        .filter(step -> incident.isOfLink() || step != Step.OTHER_TOLD)
                        .map(Step::word)
                        .toList(),
                incident.closedAt(),
                requester.name(),
                incident.opening(),
                incident.finding());
    }

    private List<String> missing(long incident) {
        return incidents.missing(incident).stream().map(Enum::name).toList();
    }

    private AffectedPerson person(Incident incident, List<TakenStep> taken) {
        var person = persons.find(incident.person()).orElseThrow();
        return new AffectedPerson(
                person.name(),
                person.birthDate(),
                history.hidden(person.id()) ? null : "/office/links/" + person.id(),
                last(taken, Step.PERSON_TOLD));
    }

    /// Whom the chart belongs to by now; before that, nobody but its number at the facility is known.
    private AffectedPerson other(Incident incident, List<TakenStep> taken) {
        var told = last(taken, Step.OTHER_TOLD);
        return Optional.ofNullable(incident.patient())
                .flatMap(persons::holder)
                .map(Persons.ChartHolder::person)
                .filter(person -> !history.hidden(person))
                .flatMap(persons::find)
                .map(person ->
                        new AffectedPerson(person.name(), person.birthDate(), "/office/links/" + person.id(), told))
                .orElse(new AffectedPerson(null, null, null, told));
    }

    private static @Nullable OffsetDateTime last(List<TakenStep> taken, Step step) {
        return taken.stream()
                .filter(one -> one.step() == step)
                .map(TakenStep::at)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private IncidentScreen.ViewerLine viewer(Viewer viewer, Map<StaffId, String> names) {
        var facility = facilities.get(viewer.facility());
        return new IncidentScreen.ViewerLine(
                facility.name(),
                facility.phone(),
                viewer.profession(),
                names.getOrDefault(viewer.staff(), ""),
                Arrays.stream(RecordKind.values())
                        .filter(kind -> viewer.views().stream().anyMatch(view -> ChartView.shows(view, kind)))
                        .toList(),
                viewer.at(),
                viewer.confirmedAt());
    }
}
