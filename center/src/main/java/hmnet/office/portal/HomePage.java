package hmnet.office.portal;

import hmnet.care.viewer.ChartPages;
import hmnet.care.viewer.Glances;
import hmnet.consent.consents.Consents;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.ClosedKind.ClosingReason;
import hmnet.consent.decisions.Decision.Reason;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
import hmnet.consent.relations.Relations.InCare;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuEntry;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.OwnNotices;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.incidents.MixedNotices;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import hmnet.record.corrections.Corrections;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The first page after sign-in (ホーム): the card field on top, then the people in the facility's care.
@Controller
class HomePage {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int MOST = 30;
    private static final Set<String> PROBLEMS = Set.of("my-number", "not-a-card", "passed");

    private final Relations relations;
    private final Protections protections;
    private final Persons persons;
    private final Charts charts;
    private final Consents consents;
    private final Corrections corrections;
    private final MixedNotices mixed;
    private final List<WaitingWork> works;
    private final List<OwnNotices> own;
    private final Pages pages;
    private final Clock clock;

    HomePage(
            Relations relations,
            Protections protections,
            Persons persons,
            Charts charts,
            Consents consents,
            Corrections corrections,
            MixedNotices mixed,
            List<WaitingWork> works,
            List<OwnNotices> own,
            Pages pages,
            Clock clock) {
        this.relations = relations;
        this.protections = protections;
        this.persons = persons;
        this.charts = charts;
        this.consents = consents;
        this.corrections = corrections;
        this.mixed = mixed;
        this.works = works;
        this.own = own;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/")
    @Rule(Right.SIGNED_IN)
    @MenuPlace(text = "menu.home", icon = "home", group = MenuGroup.CARE, order = 10)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String problem, Requester requester, Frame frame) {
        var today = LocalDate.ofInstant(clock.instant(), JAPAN);
        var reads = requester.may(Right.LINK);
        var known = reads ? relations.of(requester, MOST) : List.<InCare>of();
        var screen = new HomeScreen(
                today,
                reads,
                requester.emergencyOnly(),
                Pages.known(PROBLEMS, problem),
                corrections.of(requester),
                mixed.of(requester),
                people(known, requester, today, true),
                people(known, requester, today, false),
                waiting(requester, frame));
        var told = own.stream()
                .flatMap(notices -> notices.of(requester, frame.m()).stream())
                .toList();
        return Pages.answer(
                HttpStatus.OK, pages.render("office/portal/home", frame, Map.of("page", screen, "own", told)));
    }

    /// What waits behind the entries that this visitor is offered.
    private Map<String, Long> waiting(Requester requester, Frame frame) {
        var offered = frame.menu().stream().map(MenuEntry::path).collect(Collectors.toSet());
        return works.stream()
                .filter(work -> offered.contains(work.path()) && work.concerns(requester))
                .collect(Collectors.toMap(WaitingWork::path, work -> work.waiting(requester)));
    }

    private List<LinkedPerson> people(List<InCare> known, Requester requester, LocalDate today, boolean visiting) {
        var hidden = protections.hiddenFrom(
                requester, known.stream().map(InCare::person).toList());
        return known.stream()
                .filter(care -> care.since().equals(today) == visiting)
                .flatMap(care -> persons.find(care.person()).stream())
                .map(person -> person(person, !hidden.contains(person.id()), requester, today))
                .toList();
    }

    private LinkedPerson person(Person person, boolean withTown, Requester requester, LocalDate today) {
        var opens = requester.may(Right.VIEW_CHART);
        var looked = opens ? look(person, requester) : new ChartLook(null, withdrawn(person));
        return new LinkedPerson(
                opens ? "/people/" + person.id() : null,
                person.name(),
                person.kana(),
                person.birthDate(),
                (int) ChronoUnit.YEARS.between(person.birthDate(), today),
                person.sex(),
                withTown ? person.town() : "",
                looked.holdings(),
                looked.closed());
    }

    private record ChartLook(
            @Nullable Holdings holdings, @Nullable String closed) {}

    /// Of a chart that stays closed why, as the chart itself would say.
    private ChartLook look(Person person, Requester requester) {
        return charts.open(requester, person.id(), Purpose.TREATMENT, ChartView.GLANCE, opening -> switch (opening) {
            case Opening.Opened(var chart) -> new ChartLook(holdings(chart), null);
            case Opening.Closed(var reason) -> new ChartLook(null, reason.tied() ? ChartPages.word(reason) : null);
        });
    }

    private static Holdings holdings(Chart chart) {
        var preview = chart.glance();
        return new Holdings(
                preview.facilities(),
                preview.newest()
                        .map(at -> at.atZoneSameInstant(JAPAN).toLocalDate())
                        .orElse(null),
                chart.grant().closed().stream().anyMatch(closed -> closed.why() == ClosingReason.STOPPED),
                Glances.withholds(chart));
    }

    /// What the desk may know without opening anything: that the person withdrew. Where no consent is
    /// registered, a 開示カード may open the chart all the same.
    private @Nullable String withdrawn(Person person) {
        return switch (consents.of(person.id()).state()) {
            case GIVEN, NONE -> null;
            case WITHDRAWN -> ChartPages.word(Reason.CONSENT_WITHDRAWN);
        };
    }
}
