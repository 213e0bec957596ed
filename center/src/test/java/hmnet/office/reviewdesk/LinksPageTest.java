package hmnet.office.reviewdesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.net.URI;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// The office in front of a person's links.
class LinksPageTest extends Desk {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/links");

    @Autowired
    LinksPage page;

    @Autowired
    Protections protections;

    private String codeOf(hmnet.ground.directory.FacilityId hospital) {
        return facilities.get(hospital).code();
    }

    @Test
    void aWrongLinkIsFoundByItsNumberTakenBackAndHasItsIncident() {
        var hospital = hospital();
        var number = number();
        var patient = linkedByMatching(hospital, number);
        var person = personOf(patient).orElseThrow();
        var found = page.find("", codeOf(hospital), number, office(), FRAME);
        assertThat(found.getHeaders().getLocation()).isEqualTo(URI.create("/office/links/" + person));
        assertThat(page.show(person, null, office(), FRAME).getBody()).contains(number, "この紐付けは誤り");
        assertThat(log(person)).contains(Action.LINKS_OPENED);
        assertThat(wrong(person, patient, incidents.today())).startsWith("/incidents/");
        assertThat(personOf(patient)).isEmpty();
    }

    @Test
    void aWrongDayStandsBesideItsFieldAndTheReasonTypedIsKept() {
        var patient = linkedByMatching(hospital(), number());
        var person = personOf(patient).orElseThrow();
        var tomorrow = incidents.today().plusDays(1).toString();
        assertThat(page.wrong(person, patient, "another person", tomorrow, office(), FRAME))
                .satisfies(answer -> {
                    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
                    assertThat(answer.getBody())
                            .contains("気づいた日は、今日までの日を入れてください。", ">another person</textarea>", tomorrow);
                });
        assertThat(page.wrong(person, patient, " ", "", office(), FRAME).getBody())
                .contains("誤りとわかった理由を書いてください。", "気づいた日は、今日までの日を入れてください。");
        assertThat(personOf(patient)).isPresent();
    }

    private String wrong(PersonId person, PatientId patient, LocalDate noticed) {
        return java.util.Objects.requireNonNull(
                        page.wrong(person, patient, "another person", noticed.toString(), office(), FRAME)
                                .getHeaders()
                                .getLocation())
                .toString();
    }

    @Test
    void onlyWhoComesFromTheRegisterTakesBackALinkOfAProtectedPerson() {
        var patient = linkedByMatching(hospital(), number());
        var person = personOf(patient).orElseThrow();
        var shutOut = office();
        protections.begin(
                person, new ProtectionOrder("person", "photo", Set.of(shutOut.facility()), Set.of()), office());
        assertThat(page.show(person, null, shutOut, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.wrong(
                                person,
                                patient,
                                "another person",
                                incidents.today().toString(),
                                shutOut,
                                FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.show(person, null, office(), FRAME).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(log(person)).contains(Action.PROTECTION_SHOWN, Action.LINKS_OPENED);
        assertThat(wrong(person, patient, incidents.today())).startsWith("/incidents/");
        assertThat(personOf(patient)).isEmpty();
    }

    @Test
    void whoIsLeftOutOfMatchingIsAnsweredForAsSomebodyUnknown() {
        var hospital = hospital();
        var number = number();
        var patient = linkedByMatching(hospital, number);
        var person = personOf(patient).orElseThrow();
        matchExclusions.leave(person, "protected", Actor.staff(1));
        var hidden = page.show(person, null, office(), FRAME);
        var unknown = page.show(PersonId.fresh(), null, office(), FRAME);
        assertThat(hidden.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(hidden.getBody()).isEqualTo(unknown.getBody());
        var nobodys = number();
        assertThat(page.find("", codeOf(hospital), number, office(), FRAME).getBody())
                .as("the number stands again as typed, all else is the same")
                .contains(number)
                .isEqualTo(String.valueOf(page.find("", codeOf(hospital), nobodys, office(), FRAME)
                                .getBody())
                        .replace(nobodys, number));
        assertThat(page.wrong(
                                person,
                                patient,
                                "another person",
                                incidents.today().toString(),
                                office(),
                                FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }
}
