package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.CardNumber;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Profession;
import hmnet.ground.routes.Rule;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What is wrong with a form stands beside its field, and what was typed stands there again, by real requests
/// and without a script.
class FormsDoorsTest extends SignInCentre {
    /// What ends a session or holds it; and what a script sends, file by file, and reads the answer of itself.
    private static final Set<String> ENDING = Set.of("/signout", "/lock", "/unlock", "/files/one");

    private static String answered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    /// Where none of those works who ask.
    private Facility other() {
        var nurse = person(Profession.NURSE, false);
        return facilities.get(staff.byId(nurse.staff()).orElseThrow().facility());
    }

    @Test
    void aNameOfAFacilityWithoutADayKeepsWhatWasTyped() {
        var office = signedIn(person(Profession.OPERATOR, false));
        var page = "/office/facilities/" + other().id().value();
        assertThat(answered(office.post(page + "/attributes", Map.of())))
                .contains("id=\"e-since\"", "id=\"e-code\"", "id=\"e-name\"")
                .doesNotContain("id=\"e-owner\"", "role=\"alert\"");
        assertThat(answered(office.post(
                        page + "/attributes",
                        Map.of("since", "2026-13-40", "code", "3499999999", "name", "打ち直す病院", "owner", "打ち直す会"))))
                .contains("id=\"e-since\"", "日付を、ある日で", "value=\"2026-13-40\"", "value=\"3499999999\"")
                .contains("value=\"打ち直す病院\"", "value=\"打ち直す会\"")
                .doesNotContain("id=\"e-code\"");
    }

    @Test
    void aSuccessionThatIsRefusedKeepsWhatFollows() {
        var office = signedIn(person(Profession.OPERATOR, false));
        var page = "/office/facilities/" + other().id().value() + "/succession";
        assertThat(answered(office.post(page, Map.of())))
                .contains("id=\"e-successor\"", "id=\"e-on\"", "id=\"e-why\"")
                .doesNotContain("id=\"e-rules\"");
        assertThat(answered(office.post(
                        page,
                        Map.of("successor", "0000000000", "follows", "cards", "rules", "successor", "why", "合意書"))))
                .contains("value=\"0000000000\"", "承継先の施設が見つかりません", "id=\"e-rules\"", "value=\"合意書\"")
                .containsPattern("name=\"follows\" value=\"cards\" checked")
                .containsPattern("name=\"rules\" value=\"successor\" checked")
                .doesNotContainPattern("name=\"follows\" value=\"records\" checked");
    }

    @Test
    void aFacilityLeavesOnADayThatThereIs() {
        var office = signedIn(person(Profession.OPERATOR, false));
        var page = "/participation/" + other().code() + "/closing";
        assertThat(answered(office.post(page, Map.of())))
                .contains("id=\"e-day\"", "id=\"e-records\"", "id=\"e-why\"")
                .doesNotContain("すでに終わっているか");
        assertThat(answered(office.post(page, Map.of("day", "来月", "records", "end", "why", "閉院の届出"))))
                .contains("id=\"e-day\"", "value=\"来月\"", "value=\"閉院の届出\"")
                .containsPattern("name=\"records\" value=\"end\" required checked")
                .doesNotContain("id=\"e-why\"", "id=\"e-records\"");
        var done = office.post(page, Map.of("day", "2099-03-31", "records", "keep", "why", "閉院の届出"));
        assertThat(done.statusCode()).isEqualTo(303);
    }

    @Test
    void aRuleThatCannotBeTriedStandsInItsFormAgain() {
        var desk = signedIn(desk());
        assertThat(answered(desk.post("/disclosure-rules/look", Map.of())))
                .contains(
                        "id=\"e-from\"", "id=\"e-kinds\"", "id=\"e-shown\"", "id=\"e-professions\"", "id=\"e-delay\"");
        assertThat(answered(desk.post(
                        "/disclosure-rules/look",
                        Map.of(
                                "from", "2020-01-01",
                                "kinds", "VISIT",
                                "department", "内科",
                                "professions", "nurse",
                                "shown", "no",
                                "delay", "十日"))))
                .contains("今日か今日よりあと", "value=\"内科\"", "value=\"十日\"", "id=\"e-department\"", "id=\"e-delay\"")
                .containsPattern("name=\"kinds\" value=\"VISIT\" checked")
                .containsPattern("name=\"shown\" value=\"no\" required checked")
                .containsPattern("value=\"nurse\" checked")
                .doesNotContainPattern("value=\"doctor\" checked")
                .doesNotContain("id=\"e-kinds\"", "id=\"e-shown\"", "id=\"e-professions\"");
    }

    @Test
    void aDeskThatTypesNothingIsToldBesideTheField() {
        var office = signedIn(person(Profession.OPERATOR, false));
        assertThat(answered(office.post("/protection/search", Map.of()))).contains("id=\"e-birth\"");
        assertThat(answered(office.post("/office/people/search", Map.of("who", "ミホン"))))
                .contains("id=\"e-birth\"", "value=\"ミホン\"");
        assertThat(browser().post("/my-number-card/regional-id", Map.of()).statusCode())
                .isEqualTo(422);
    }

    /// The door for a number that is typed: the birth date is one thing, the number another.
    @Test
    void aWrongBirthDateIsToldAsSuchAndTheNumberStays() {
        var doctor = signedIn(doctor());
        var number = CardNumber.random(new SecureRandom()).value();
        assertThat(answered(doctor.post("/cards/typed", Map.of("number", number, "birth", "平成99年"))))
                .contains("id=\"e-birth\"", "生年月日", "value=\"" + number + "\"", "value=\"平成99年\"")
                .doesNotContain("id=\"e-number\"");
        assertThat(answered(doctor.post("/cards/typed", Map.of("number", number))))
                .contains("id=\"e-birth\"", "value=\"" + number + "\"");
        assertThat(answered(doctor.post("/cards/typed", Map.of()))).contains("aria-invalid=\"true\"");
    }

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    /// Every form of every desk, sent with nothing in it.
    @Test
    void anEmptyFormIsNeverABareRefusal() {
        var forms = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getValue().getBeanType().getSimpleName().endsWith("Page"))
                .filter(route -> route.getValue().hasMethodAnnotation(Rule.class))
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(path -> !path.contains("{") && !ENDING.contains(path))
                .sorted()
                .toList();
        assertThat(forms).hasSizeGreaterThan(40);
        for (var who :
                List.of(person(Profession.OPERATOR, false), desk(), doctor(), person(Profession.CARD_ISSUER, false))) {
            var browser = signedIn(who);
            for (var path : forms) {
                assertThat(browser.post(path, Map.of()).statusCode()).as(path).isNotIn(400, 415, 500);
            }
        }
    }
}
