package hmnet.office.issuing;

import hmnet.consent.cards.CardKind;
import hmnet.consent.cards.CardScheme;
import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.CardShape;
import hmnet.consent.cards.CheckRule;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.issuing.SchemesScreen.CardFormLine;
import hmnet.office.issuing.SchemesScreen.RecognisedNumber;
import hmnet.office.issuing.SchemesScreen.SchemeHospital;
import hmnet.office.issuing.SchemesScreen.SchemeLine;
import hmnet.office.issuing.SchemesScreen.SchemeTrial;
import hmnet.people.patients.MyNumber;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which numbers are cards (番号体系): every card in a wallet, with a field to try one out.
@Controller
class SchemesPage {
    private final CardSchemes schemes;
    private final Facilities facilities;
    private final CardDrawings drawings;
    private final Pages pages;

    SchemesPage(CardSchemes schemes, Facilities facilities, CardDrawings drawings, Pages pages) {
        this.schemes = schemes;
        this.facilities = facilities;
        this.drawings = drawings;
        this.pages = pages;
    }

    @GetMapping("/office/schemes")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.card-schemes", icon = "id", group = MenuGroup.NETWORK, order = 30)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Frame frame) {
        return page(null, "added".equals(done) || "ended".equals(done) ? done : null, null, TypedForm.NOTHING, frame);
    }

    /// Which schemes know a text; the text is kept nowhere.
    @PostMapping("/office/schemes/trial")
    @Rule(Right.OFFICE)
    @ChecksNumbers("text")
    ResponseEntity<String> tryOut(@RequestParam(defaultValue = "") String text, Frame frame) {
        if (MyNumber.looksLike(text)) {
            return page("my-number", null, null, TypedForm.NOTHING, frame);
        }
        var found = schemes.recognise(text).stream()
                .flatMap(code -> schemes.all().stream()
                        .filter(scheme -> scheme.word().equals(code.scheme()))
                        .map(scheme -> new RecognisedNumber(
                                scheme.name(), code.number(), scheme.until(), !scheme.on(drawings.today()))))
                .toList();
        return page(null, null, new SchemeTrial(text, found), TypedForm.NOTHING, frame);
    }

    @PostMapping("/office/schemes")
    @Rule(Right.OFFICE)
    ResponseEntity<String> add(
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String hospital,
            @RequestParam(defaultValue = "") String check,
            @RequestParam(defaultValue = "") String printed,
            @RequestParam(defaultValue = "") String stripe,
            @RequestParam(defaultValue = "") String barcode,
            Requester requester,
            Frame frame) {
        var problems = new LinkedHashMap<String, String>();
        if (name.isBlank() || name.length() > 60) {
            problems.put("name", "name");
        }
        if (!word.matches("[a-z][a-z0-9-]{1,29}")) {
            problems.put("word", "word");
        }
        var issuer = hospital.isBlank() ? Optional.<Facility>empty() : facilities.byCode(hospital);
        if (!hospital.isBlank() && issuer.isEmpty()) {
            problems.put("hospital", "hospital");
        }
        if (!SchemesScreen.CHECKS.contains(check)) {
            problems.put("check", "check");
        }
        var shapes = shapes(Map.of("printed", printed, "stripe", stripe, "barcode", barcode));
        if (shapes.isEmpty()) {
            problems.put("printed", "shape");
        }
        var typed = new TypedForm(
                Map.of(
                        "word",
                        word,
                        "name",
                        name,
                        "hospital",
                        hospital,
                        "check",
                        check,
                        "printed",
                        printed,
                        "stripe",
                        stripe,
                        "barcode",
                        barcode),
                problems);
        if (typed.isBad()) {
            return page(null, null, null, typed, frame);
        }
        var scheme = new CardScheme(
                word,
                issuer.isEmpty() ? CardKind.HM : CardKind.DISCLOSURE,
                issuer.map(Facility::id).orElse(null),
                name.strip(),
                ColumnWord.of(check, "check_rule", CheckRule.class),
                null,
                List.of());
        return schemes.add(scheme, shapes.orElseThrow(), requester)
                ? to("added")
                : page(null, null, null, new TypedForm(typed.values(), Map.of("word", "taken")), frame);
    }

    /// The shapes that were written; nothing where one is none, or none was written.
    private static Optional<Map<String, CardShape>> shapes(Map<String, String> written) {
        var shapes = new LinkedHashMap<String, CardShape>();
        for (var entry : written.entrySet()) {
            if (!entry.getValue().isBlank()) {
                var shape = CardShape.of(entry.getValue());
                if (shape.isEmpty()) {
                    return Optional.empty();
                }
                shapes.put(entry.getKey(), shape.get());
            }
        }
        return shapes.isEmpty() ? Optional.empty() : Optional.of(shapes);
    }

    /// The last day of a scheme; without a day it goes on without an end.
    @PostMapping("/office/schemes/{word}/end")
    @Rule(Right.OFFICE)
    ResponseEntity<String> end(
            @PathVariable String word,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Requester requester,
            Frame frame) {
        return schemes.end(word, until, requester)
                ? to("ended")
                : page("not-ended", null, null, TypedForm.NOTHING, frame);
    }

    private ResponseEntity<String> page(
            @Nullable String problem,
            @Nullable String done,
            @Nullable SchemeTrial tried,
            TypedForm typed,
            Frame frame) {
        var working = schemes.working();
        var forms = schemes.forms();
        var lines = schemes.all().stream()
                .map(scheme -> new SchemeLine(
                        scheme.word(),
                        scheme.name(),
                        scheme.facility() == null
                                ? null
                                : facilities.get(scheme.facility()).name(),
                        scheme.checkRule().word(),
                        scheme.until(),
                        forms.stream()
                                .filter(form -> form.scheme().equals(scheme.word()))
                                .map(form -> new CardFormLine(form.carrier(), SchemesScreen.looks(form.looks())))
                                .toList(),
                        working.getOrDefault(scheme.word(), 0L),
                        !scheme.word().equals("hm")))
                .toList();
        var hospitals = facilities.all().stream()
                .filter(facility -> facility.kind() == FacilityKind.HOSPITAL)
                .map(facility -> new SchemeHospital(facility.code(), facility.name()))
                .toList();
        return Pages.answer(
                problem == null && !typed.isBad() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(
                        "office/issuing/schemes",
                        frame,
                        Map.of("page", new SchemesScreen(problem, done, lines, hospitals, tried, typed))));
    }

    private static ResponseEntity<String> to(String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/office/schemes?done=" + done)
                .build();
    }
}
