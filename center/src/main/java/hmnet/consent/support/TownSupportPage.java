package hmnet.consent.support;

import hmnet.consent.support.SupportNeeds.ListForm;
import hmnet.consent.support.SupportNeeds.SupportLine;
import hmnet.formats.base.SheetText;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The desk of a municipality sees its residents who need support and agreed that it does (要配慮者の名簿), as
/// pages, as a file and as a list to print. Which town it is, the requester says, never the request.
@Controller
class TownSupportPage {
    private static final int PAGE = 50;

    private final SupportNeeds needs;
    private final Pages pages;
    private final Clock clock;

    TownSupportPage(SupportNeeds needs, Pages pages, Clock clock) {
        this.needs = needs;
        this.pages = pages;
        this.clock = clock;
    }

    /// A page of the list, or all of it to print (名簿の画面).
    ///
    /// @param town whose list it is, or null where the facility keeps none
    /// @param next the line after which the next page begins, or null
    /// @param paper whether it is all, to be printed
    /// @param most how many lines a file or paper holds
    record TownSupportScreen(
            @Nullable String town,
            List<SupportLine> lines,
            @Nullable Long next,
            boolean paper,
            int most,
            String by,
            OffsetDateTime at) {}

    @GetMapping("/support")
    @Rule(Right.TOWN)
    @MenuPlace(text = "menu.support", icon = "person", group = MenuGroup.CARE, order = 56)
    ResponseEntity<String> show(@RequestParam(defaultValue = "0") long after, Requester by, Frame frame) {
        var lines = needs.list(by, after, PAGE, ListForm.SCREEN);
        return page(lines, lines.size() == PAGE ? lines.getLast().id() : null, false, by, frame);
    }

    @PostMapping("/support/paper")
    @Rule(Right.TOWN)
    ResponseEntity<String> paper(@RequestParam(defaultValue = "0") long after, Requester by, Frame frame) {
        var lines = needs.list(by, after, needs.exportMax(), ListForm.PAPER);
        return page(lines, lines.size() == needs.exportMax() ? lines.getLast().id() : null, true, by, frame);
    }

    @PostMapping("/support/file")
    @Rule(Right.TOWN)
    ResponseEntity<byte[]> file(@RequestParam(defaultValue = "0") long after, Requester by, Frame frame) {
        var m = frame.m();
        var text = new StringBuilder("\uFEFF")
                .append(SheetText.line(
                        Stream.of("name", "kana", "birth", "sex", "address", "phone", "needs", "words", "since")
                                .map(column -> m.t("support.column." + column))
                                .toList()));
        needs.list(by, after, needs.exportMax(), ListForm.FILE)
                .forEach(line -> text.append(SheetText.line(cells(line, m))));
        return Pages.csv("support.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(SupportLine line, Messages m) {
        var person = line.person();
        return List.of(
                person.name(),
                person.kana(),
                person.birthDate().toString(),
                m.t("sex." + person.sex()),
                line.moved() ? m.t("support.moved") : line.address(),
                line.phone(),
                line.said().needs().stream()
                        .sorted()
                        .map(need -> m.t("support.need." + need.word()))
                        .collect(Collectors.joining(m.t("support.comma"))),
                line.said().words(),
                line.since().toLocalDate().toString());
    }

    private ResponseEntity<String> page(
            List<SupportLine> lines, @Nullable Long next, boolean paper, Requester by, Frame frame) {
        var town = needs.town(by).orElse(null);
        var screen = new TownSupportScreen(
                town, lines, next, paper, needs.exportMax(), by.facilityName(), OffsetDateTime.now(clock));
        return Pages.answer(
                town == null ? HttpStatus.FORBIDDEN : HttpStatus.OK,
                pages.render("consent/support/town", frame, Map.of("page", screen)));
    }
}
