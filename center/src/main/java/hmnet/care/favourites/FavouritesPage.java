package hmnet.care.favourites;

import hmnet.care.favourites.FavouritesScreen.EndedFavourite;
import hmnet.care.favourites.FavouritesScreen.FavouriteLine;
import hmnet.care.viewer.ChartPages;
import hmnet.care.viewer.Glances;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.ViewRequest;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A professional's own list of patients (お気に入り患者): each is asked like a chart when it is shown, and leaves it when
/// the grant has ended.
@Controller
class FavouritesPage {
    private static final Set<String> TOLD = Set.of("added", "taken-off", "full");
    /// What ends somebody's place: the rest passes by itself.
    private static final Set<String> FINAL = Set.of("", "consent-withdrawn", "consent-missing", "closed-by-person");

    private final Favourites favourites;
    private final Glances glances;
    private final Persons persons;
    private final ChartPages chartPages;
    private final Pages pages;

    FavouritesPage(Favourites favourites, Glances glances, Persons persons, ChartPages chartPages, Pages pages) {
        this.favourites = favourites;
        this.glances = glances;
        this.persons = persons;
        this.chartPages = chartPages;
        this.pages = pages;
    }

    @GetMapping("/favourites")
    @Rule(Right.VIEW_CHART)
    @MenuPlace(text = "menu.favourites", icon = "star", group = MenuGroup.CARE, order = 13)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, Requester requester, Frame frame) {
        var listed = favourites.of(requester);
        var people = persons.find(listed).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        var lines = new ArrayList<FavouriteLine>();
        var ended = new ArrayList<EndedFavourite>();
        for (var id : listed) {
            var glance = glances.of(requester, id);
            var closed = glance.closed();
            var person = people.get(id);
            if (person == null || closed != null && FINAL.contains(closed)) {
                var why = closed == null ? "" : closed;
                favourites.end(requester, id, why);
                ended.add(new EndedFavourite(person == null || why.isEmpty() ? "" : person.name(), why));
            } else {
                lines.add(new FavouriteLine(
                        id.toString(),
                        person.name(),
                        person.kana(),
                        person.birthDate(),
                        person.sex(),
                        glance,
                        closed != null));
            }
        }
        favourites.listed(requester, lines.size());
        var screen = new FavouritesScreen(lines, ended, Favourites.MOST, Pages.known(TOLD, told));
        return Pages.answer(HttpStatus.OK, pages.render("care/favourites/favourites", frame, Map.of("page", screen)));
    }

    /// Only whose chart opens now comes onto the list.
    @PostMapping("/people/{person}/favourite")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> add(@PathVariable PersonId person, Requester requester, Frame frame) {
        return chartPages.take(
                requester,
                person,
                frame,
                new ViewRequest(ChartView.GLANCE, Optional.empty()),
                chart -> Optional.of(favourites.add(requester, chart.person().id())),
                added -> Pages.seeOther("/favourites?told=" + (Objects.equals(added, true) ? "added" : "full")));
    }

    @PostMapping("/favourites/off")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> takeOff(@RequestParam(required = false) @Nullable PersonId person, Requester requester) {
        if (person != null) {
            favourites.takeOff(requester, person);
        }
        return Pages.seeOther("/favourites?told=taken-off");
    }
}
