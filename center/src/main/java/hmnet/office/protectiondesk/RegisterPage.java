package hmnet.office.protectiondesk;

import hmnet.consent.protection.ProtectionEnding;
import hmnet.consent.protection.ProtectionRegister;
import hmnet.consent.protection.ProtectionRegister.StandingProtection;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.protectiondesk.RegisterScreen.ProtectionLine;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office looks after those who are protected, and two of it end a protection (保護対象者の台帳).
@Controller
class RegisterPage {
    private static final int WHY_MAX = 200;
    private final ProtectionRegister register;
    private final ProtectionEnding ending;
    private final Persons persons;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    RegisterPage(
            ProtectionRegister register,
            ProtectionEnding ending,
            Persons persons,
            Facilities facilities,
            Staff staff,
            Pages pages) {
        this.register = register;
        this.ending = ending;
        this.persons = persons;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping("/office/protections")
    @Rule(Right.OFFICE)
    ResponseEntity<String> list(Requester requester, Frame frame) {
        var lines = register.all(requester).stream()
                .flatMap(standing -> persons.find(standing.person()).map(person -> line(standing, person)).stream())
                .toList();
        return Pages.answer(
                HttpStatus.OK,
                pages.render("office/protectiondesk/register", frame, Map.of("page", new RegisterScreen(lines))));
    }

    @GetMapping("/office/protections/{person}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(@PathVariable PersonId person, Requester requester, Frame frame) {
        return page(null, person, requester, frame);
    }

    /// The first of two.
    @PostMapping("/office/protections/{person}/ending")
    @Rule(Right.OFFICE)
    ResponseEntity<String> ask(
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String why,
            Requester requester,
            Frame frame) {
        if (why.isBlank() || why.length() > WHY_MAX) {
            return page(null, new TypedForm(Map.of("why", why), Map.of("why", "missing")), person, requester, frame);
        }
        return after(ending.ask(person, why.strip(), requester), person, requester, frame);
    }

    @PostMapping("/office/protections/{person}/ending/refusal")
    @Rule(Right.OFFICE)
    ResponseEntity<String> refuse(@PathVariable PersonId person, Requester requester) {
        ending.refuse(person, requester);
        return Pages.seeOther("/office/protections/" + person);
    }

    /// The second of two.
    @PostMapping("/office/protections/{person}/ending/confirmation")
    @Rule(Right.OFFICE)
    ResponseEntity<String> end(@PathVariable PersonId person, Requester requester, Frame frame) {
        return after(ending.end(person, requester), person, requester, frame);
    }

    private ResponseEntity<String> after(
            ProtectionEnding.EndingResult outcome, PersonId person, Requester requester, Frame frame) {
        return switch (outcome) {
            case ASKED -> Pages.seeOther("/office/protections/" + person);
            case ENDED -> Pages.seeOther("/office/protections");
            case SAME_PERSON -> page("same-person", person, requester, frame);
            case NOTHING_TO_END -> page("nothing", person, requester, frame);
        };
    }

    private static ProtectionLine line(StandingProtection standing, Person person) {
        return new ProtectionLine(
                "/office/protections/" + person.id(),
                person.name(),
                person.kana(),
                standing.since(),
                standing.endingAskedBy() != null,
                standing.staffGone());
    }

    private ResponseEntity<String> page(@Nullable String problem, PersonId id, Requester requester, Frame frame) {
        return page(problem, TypedForm.NOTHING, id, requester, frame);
    }

    private ResponseEntity<String> page(
            @Nullable String problem, TypedForm typed, PersonId id, Requester requester, Frame frame) {
        var standing = register.find(id, requester);
        var person = persons.find(id);
        if (standing.isEmpty() || person.isEmpty()) {
            return pages.notFound(frame);
        }
        return Pages.answer(
                problem == null && !typed.isBad() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(
                        "office/protectiondesk/protected",
                        frame,
                        Map.of("page", screen(problem, typed, person.get(), standing.get()))));
    }

    private ProtectedScreen screen(
            @Nullable String problem, TypedForm typed, Person person, StandingProtection standing) {
        var asker = standing.endingAskedBy();
        return new ProtectedScreen(
                problem,
                typed,
                "/office/protections/" + person.id(),
                person.name(),
                person.kana(),
                person.birthDate(),
                standing.since(),
                standing.askedBy(),
                standing.checkedHow(),
                standing.facilities().stream()
                        .map(facility -> facilities.get(facility).name())
                        .toList(),
                standing.staff().isEmpty()
                        ? List.of()
                        : staff.names(standing.staff()).values().stream()
                                .sorted()
                                .toList(),
                standing.staffGone(),
                asker == null ? null : staff.names(List.of(asker)).get(asker),
                standing.endingWhy());
    }
}
