package hmnet.care.shelter;

import hmnet.care.shelter.ShelterScreen.ShelterMedicinesScreen;
import hmnet.consent.counter.ProvenPersons;
import hmnet.formats.base.SheetText;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.disaster.Disaster;
import hmnet.ground.disaster.Disasters;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Staff at a shelter write down who is there, take the list away, and see what medicines are needed (避難所名簿).
@Controller
class ShelterPage {
    private static final String PATH = "/disaster/shelter";
    private static final Set<String> FOUND = Set.of("disaster");
    private static final int PAGE = 100;
    private static final ShelterWords NOTHING = new ShelterWords("", "", "", "", "");

    private final ShelterList list;
    private final ShelterMedicines medicines;
    private final Disasters disasters;
    private final ProvenPersons provenPersons;
    private final Pages pages;
    private final Clock clock;

    ShelterPage(
            ShelterList list,
            ShelterMedicines medicines,
            Disasters disasters,
            ProvenPersons provenPersons,
            Pages pages,
            Clock clock) {
        this.list = list;
        this.medicines = medicines;
        this.disasters = disasters;
        this.provenPersons = provenPersons;
        this.pages = pages;
        this.clock = clock;
    }

    /// @param card whom the page before has found, to be written down
    @GetMapping(PATH)
    @Rule(Right.DISASTER)
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable String done,
            Requester by,
            Frame frame) {
        return page(null, Pages.known(Set.of("entered", "there", "left"), done), card, NOTHING, after, by, frame);
    }

    /// Of somebody found the name, reading and birth date are those of the register, whatever was typed.
    @PostMapping(PATH)
    @Rule(Right.DISASTER)
    ResponseEntity<String> enter(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String shelter,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kana,
            @RequestParam(defaultValue = "") String birth,
            @RequestParam(defaultValue = "") String needs,
            Requester by,
            Frame frame) {
        var found = provenPersons.find(card, by, FOUND);
        var typed = found.map(person -> of(person, shelter, needs))
                .orElseGet(() -> new ShelterWords(shelter, name, kana, birth, needs));
        if (!card.isEmpty() && found.isEmpty()) {
            return page("again", null, "", typed, 0, by, frame);
        }
        if (!typed.isUsable()) {
            return page("words", null, card, typed, 0, by, frame);
        }
        return switch (list.enter(by, found.orElse(null), typed)) {
            case ENTERED -> Pages.seeOther(PATH + "?done=entered");
            case THERE -> Pages.seeOther(PATH + "?done=there");
            case KEPT -> page("kept", null, "", NOTHING, 0, by, frame);
            case CLOSED -> page("closed", null, card, typed, 0, by, frame);
        };
    }

    private static ShelterWords of(Person person, String shelter, String needs) {
        return new ShelterWords(
                shelter, person.name(), person.kana(), person.birthDate().toString(), needs);
    }

    @PostMapping("/disaster/shelter/{id}/leave")
    @Rule(Right.DISASTER)
    ResponseEntity<String> leave(@PathVariable long id, Requester by, Frame frame) {
        return list.leave(by, id) ? Pages.seeOther(PATH + "?done=left") : pages.notFound(frame);
    }

    @PostMapping("/disaster/shelter/file")
    @Rule(Right.DISASTER)
    ResponseEntity<byte[]> file(Requester by, Frame frame) {
        var m = frame.m();
        var text = new StringBuilder("\uFEFF")
                .append(SheetText.line(Stream.of("shelter", "name", "kana", "birth", "needs", "entered")
                        .map(column -> m.t("shelter." + column))
                        .toList()));
        list.list(by, 0, ShelterList.MOST, "file")
                .entries()
                .forEach(entry -> text.append(SheetText.line(List.of(
                        entry.said().shelter(),
                        entry.said().name(),
                        entry.said().kana(),
                        entry.said().birth(),
                        entry.said().needs(),
                        m.moment(entry.enteredAt())))));
        return Pages.csv("shelter.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Opens the charts of those on one page, each with its own event.
    @PostMapping("/disaster/shelter/medicines")
    @Rule(Right.DISASTER)
    ResponseEntity<String> medicines(@RequestParam(defaultValue = "0") long after, Requester by, Frame frame) {
        var part = list.list(by, after, ShelterMedicines.MOST, "medicines");
        var people = medicines.of(part.entries(), by, frame.m());
        var screen = new ShelterMedicinesScreen(
                OffsetDateTime.now(clock), by.facilityName(), people, ShelterMedicines.byDrug(people), part.next());
        return Pages.answer(HttpStatus.OK, pages.render("care/shelter/medicines", frame, Map.of("page", screen)));
    }

    private ResponseEntity<String> page(
            @Nullable String problem,
            @Nullable String done,
            String card,
            ShelterWords typed,
            long after,
            Requester by,
            Frame frame) {
        var found = provenPersons.find(card, by, FOUND);
        var part = list.list(by, after, PAGE, "shown");
        var screen = new ShelterScreen(
                disasters.opensTo(by).map(Disaster::until).orElseGet(() -> OffsetDateTime.now(clock)),
                problem,
                done,
                found.isPresent() ? card : "",
                found.map(Person::name).orElse(""),
                typed,
                part.entries(),
                part.next());
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("care/shelter/shelter", frame, Map.of("page", screen)));
    }
}
