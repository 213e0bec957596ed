package hmnet.office.reviewdesk;

import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.office.reviewdesk.LinksScreen.LinkEventLine;
import hmnet.office.reviewdesk.LinksScreen.LinkedChart;
import hmnet.office.reviewdesk.LinksScreen.PersonLinks;
import hmnet.people.arrivals.LinkHistory;
import hmnet.people.arrivals.LinkHistory.LinkLine;
import hmnet.people.links.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Fills the screen of a person's links (紐付けの画面の組み立て).
@Component
class LinkScreens {
    private final LinkHistory history;
    private final Facilities facilities;
    private final Staff staff;
    private final Clock clock;

    LinkScreens(LinkHistory history, Facilities facilities, Staff staff, Clock clock) {
        this.history = history;
        this.facilities = facilities;
        this.staff = staff;
        this.clock = clock;
    }

    PersonLinks of(Person person) {
        var charts = history.of(person.id());
        var events = history.events(person.id());
        var names = staff.names(
                Stream.concat(charts.stream().map(LinkLine::by), events.stream().map(LinkHistory.LinkHappening::by))
                        .flatMap(by -> ReviewScreens.staffOf(by).stream())
                        .distinct()
                        .toList());
        return new PersonLinks(
                "/office/links/" + person.id(),
                person.name(),
                person.kana(),
                person.birthDate(),
                person.sex(),
                LocalDate.ofInstant(clock.instant(), JapaneseDates.JAPAN),
                charts.stream().map(chart -> chart(chart, names)).toList(),
                events.stream()
                        .map(event -> new LinkEventLine(
                                event.at(),
                                event.what().name().toLowerCase(Locale.ROOT),
                                facilities.get(event.facility()).name(),
                                event.number(),
                                name(event.by(), names),
                                event.source()))
                        .toList());
    }

    private LinkedChart chart(LinkLine chart, Map<StaffId, String> names) {
        return new LinkedChart(
                Long.toString(chart.patient().value()),
                facilities.get(chart.facility()).name(),
                chart.number(),
                chart.name(),
                chart.kana(),
                chart.birthDate(),
                chart.since(),
                chart.source(),
                name(chart.by(), names),
                chart.evidence());
    }

    private static @Nullable String name(String by, Map<StaffId, String> names) {
        return ReviewScreens.staffOf(by).map(names::get).orElse(null);
    }
}
