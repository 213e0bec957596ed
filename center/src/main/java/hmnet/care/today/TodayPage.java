package hmnet.care.today;

import hmnet.care.today.TodayScreen.AnnouncedLine;
import hmnet.care.today.TodayScreen.FoundLine;
import hmnet.care.today.TodayScreen.TodayLine;
import hmnet.care.today.TodaysPatients.TodaysPatient;
import hmnet.care.viewer.Glance;
import hmnet.care.viewer.Glances;
import hmnet.consent.counter.Counter;
import hmnet.consent.counter.CounterSearch;
import hmnet.consent.counter.IdentityCheck;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.relations.Relations;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.patients.MyNumber;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Today's patients (今日の患者): the reception prepares the list, and everybody of the facility who may open charts
/// goes from one to the next.
@Controller
class TodayPage {
    /// How a ticket of this page was come by: somebody was found without a card.
    private static final String IDENTIFIED = "identified";

    private static final Set<String> TOLD = Set.of("added", "taken-off");
    private static final int LOOKED_AT = 30;

    private final TodaysPatients patients;
    private final TodaysRows rows;
    private final Counter counter;
    private final Tickets tickets;
    private final Relations relations;
    private final Protections protections;
    private final Glances glances;
    private final Pages pages;

    TodayPage(
            TodaysPatients patients,
            TodaysRows rows,
            Counter counter,
            Tickets tickets,
            Relations relations,
            Protections protections,
            Glances glances,
            Pages pages) {
        this.patients = patients;
        this.rows = rows;
        this.counter = counter;
        this.tickets = tickets;
        this.relations = relations;
        this.protections = protections;
        this.glances = glances;
        this.pages = pages;
    }

    /// What stands in the forms of the page, and what came of the last one.
    private record TodayForms(
            @Nullable String problem,
            String number,
            CounterSearch search,
            String check,
            @Nullable List<FoundLine> found) {
        static final TodayForms NONE = new TodayForms(null, "", CounterSearch.NONE, "", null);
    }

    @GetMapping("/today")
    @Rule(Right.LINK)
    @MenuPlace(text = "menu.today", icon = "person", group = MenuGroup.CARE, order = 12)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, Requester requester, Frame frame) {
        return page(TodayForms.NONE, Pages.known(TOLD, told), requester, frame);
    }

    /// By a chart number of the facility's own: typed, or of somebody announced.
    @PostMapping("/today/charts")
    @Rule(Right.LINK)
    @ChecksNumbers("number")
    ResponseEntity<String> addChart(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable String announced,
            Requester requester,
            Frame frame) {
        if (MyNumber.standsIn(number)) {
            return page(new TodayForms("number-my-number", "", CounterSearch.NONE, "", null), null, requester, frame);
        }
        return patients.add(requester, number.strip(), announced != null).isPresent()
                ? Pages.seeOther("/today?told=added")
                : page(new TodayForms("no-chart", number, CounterSearch.NONE, "", null), null, requester, frame);
    }

    /// By kana, birth date and what the reception has looked at.
    @PostMapping("/today/search")
    @Rule(Right.LINK)
    @ChecksNumbers("who")
    ResponseEntity<String> search(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            @RequestParam(defaultValue = "") String check,
            Requester requester,
            Frame frame) {
        var search = new CounterSearch(who, birth);
        var looked = IdentityCheck.of(check);
        var born = search.born();
        if (search.problem() != null || born.isEmpty() || looked.isEmpty()) {
            var problem = search.problem() == null ? "check" : search.problem();
            return page(new TodayForms(problem, "", search, check, null), null, requester, frame);
        }
        return counter.identified(who, born.get(), looked.get(), requester)
                .map(found -> page(
                        new TodayForms(found.isEmpty() ? "nobody" : null, "", search, check, found(found, requester)),
                        null,
                        requester,
                        frame))
                .orElseGet(() -> page(new TodayForms("locked", "", search, check, null), null, requester, frame));
    }

    /// The person before the reception is the one on the screen: the facility cares for them, and they stand on the
    /// list.
    @PostMapping("/today/persons")
    @Rule(Right.LINK)
    ResponseEntity<String> addPerson(@RequestParam(defaultValue = "") String card, Requester requester, Frame frame) {
        var person = tickets.read(card, requester, Set.of(IDENTIFIED)).map(Ticket::person);
        var cared = person.filter(one -> relations.ties(requester.facility(), one)
                ? !protections.keeps(requester, one)
                : relations.begin(requester, one, RelationOrigin.DESK));
        if (cared.isEmpty()) {
            return page(new TodayForms("too-late", "", CounterSearch.NONE, "", null), null, requester, frame);
        }
        patients.add(requester, cared.get());
        return Pages.seeOther("/today?told=added");
    }

    @PostMapping("/today/off")
    @Rule(Right.LINK)
    ResponseEntity<String> takeOff(
            @RequestParam(defaultValue = "0") long row,
            @RequestParam(defaultValue = "") String person,
            Requester requester) {
        patients.of(requester).stream()
                .filter(one -> row == 0
                        ? one.row() == 0
                                && one.person() != null
                                && one.person().toString().equals(person)
                        : one.row() == row)
                .findFirst()
                .ifPresent(one -> patients.takeOff(requester, one));
        return Pages.seeOther("/today?told=taken-off");
    }

    private List<FoundLine> found(List<Person> found, Requester requester) {
        var ids = found.stream().map(Person::id).toList();
        var hidden = protections.hiddenFrom(requester, ids);
        var tied = relations.tied(requester.facility(), ids);
        return found.stream()
                .map(person -> new FoundLine(
                        tickets.write(new Ticket(person.id(), IDENTIFIED), requester),
                        person.name(),
                        person.kana(),
                        person.birthDate(),
                        hidden.contains(person.id()) ? "" : person.town(),
                        tied.contains(person.id())))
                .toList();
    }

    private ResponseEntity<String> page(TodayForms forms, @Nullable String told, Requester requester, Frame frame) {
        var today = rows.today();
        var listed = patients.shown(requester);
        var looks = looks(listed, requester);
        var screen = new TodayScreen(
                today,
                listed.stream().map(one -> line(one, looks, requester, today)).toList(),
                patients.announced(requester).stream()
                        .map(chart -> new AnnouncedLine(
                                chart.number(),
                                chart.name(),
                                chart.kana(),
                                chart.said().birthDate(),
                                chart.said().sex()))
                        .toList(),
                forms.problem(),
                told,
                forms.number(),
                forms.search(),
                forms.check(),
                forms.found());
        return Pages.answer(
                forms.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("care/today/today", frame, Map.of("page", screen)));
    }

    /// How much there is to see of the first of them, never of more than a page.
    private Map<TodaysPatient, Glance> looks(List<TodaysPatient> listed, Requester requester) {
        return requester.may(Right.VIEW_CHART)
                ? listed.stream()
                        .filter(one -> one.tied() && one.person() != null)
                        .limit(LOOKED_AT)
                        .collect(Collectors.toMap(
                                one -> one, one -> glances.of(requester, Objects.requireNonNull(one.person()))))
                : Map.of();
    }

    private static TodayLine line(
            TodaysPatient one, Map<TodaysPatient, Glance> looks, Requester requester, LocalDate today) {
        var birth = one.birth();
        var opens = one.tied() && requester.may(Right.VIEW_CHART);
        return new TodayLine(
                one.row(),
                one.person() == null ? "" : one.person().toString(),
                one.number(),
                one.name(),
                one.kana(),
                birth,
                birth == null ? -1 : (int) ChronoUnit.YEARS.between(birth, today),
                one.sex(),
                one.tied(),
                opens ? "/people/" + one.person() + "/summary" : null,
                looks.get(one));
    }
}
