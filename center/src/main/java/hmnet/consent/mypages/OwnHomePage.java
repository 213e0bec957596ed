package hmnet.consent.mypages;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where a resident begins (わたしのページ).
@Controller
class OwnHomePage {
    private final Persons persons;
    private final Pages pages;

    OwnHomePage(Persons persons, Pages pages) {
        this.persons = persons;
        this.pages = pages;
    }

    @Rule(Right.RESIDENT)
    @GetMapping("/my")
    ResponseEntity<String> show(ResidentCaller resident, Frame frame) {
        var name =
                persons.find(new PersonId(resident.person())).map(Person::name).orElse("");
        return Pages.answer(
                HttpStatus.OK, pages.render("consent/mypages/home", frame.ofResident(), Map.of("name", name)));
    }
}
