package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import hmnet.office.setup.SampleRegion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Who may not see is turned away, and told why only after showing a tie; seen with a real browser.
class RefusalsInBrowserTest extends RegionInBrowser {
    private static final String DELAYING_HOSPITAL = "3419900037";

    @Test
    void withoutATieAPersonIsTheSameAsNobody() {
        try (var clinic = signedIn("doctor1");
                var elsewhere = signedIn("doctor3")) {
            clinic.link(region.qr(region.resident("corrected")));
            var person = personAt(clinic);
            assertThat(clinic.page().request().get(clinic.page().url()).status())
                    .isEqualTo(200);
            assertThat(answer(elsewhere, person)).isEqualTo(answer(elsewhere, UUID.randomUUID()));
            elsewhere.visit("/people/" + person + "/timeline");
            assertThat(elsewhere.heading()).isEqualTo("表示できるものがありません");
            elsewhere.clean();
        }
    }

    private static UUID personAt(Colleague colleague) {
        return UUID.fromString(
                colleague.page().url().replaceFirst(".*/people/", "").replaceFirst("/.*", ""));
    }

    /// All that a browser is told, but for the address it asked for itself and the time of day.
    private static String answer(Colleague colleague, UUID person) {
        var base = colleague.page().url().replaceFirst("(//[^/]+)/.*", "$1");
        var answer = colleague.page().request().get(base + "/people/" + person + "/timeline");
        return (answer.status() + " " + headers(answer) + answer.text()).replace(person.toString(), "PERSON");
    }

    private static Map<String, String> headers(APIResponse answer) {
        return answer.headers().entrySet().stream()
                .filter(header -> !header.getKey().equals("date"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void aWithdrawnConsentIsToldToOneWithATieOnly() {
        try (var clinic = signedIn("doctor1");
                var elsewhere = signedIn("doctor3")) {
            clinic.link(region.qr(region.resident("withdrawn")));
            assertThat(clinic.heading()).isEqualTo("このカルテは開けません");
            assertThat(clinic.reads()).contains("ご本人が同意を撤回されています", "次にできること");
            clinic.clean();
            clinic.picture("refusal");
            assertThat(answer(elsewhere, personAt(clinic))).isEqualTo(answer(elsewhere, UUID.randomUUID()));
        }
    }

    @Test
    void aPharmacistIsToldInConstantWordsWhatTheProfessionDoesNotSee() {
        try (var pharmacist = signedIn("pharmacist1")) {
            pharmacist.link(region.qr(region.resident("two-hospitals")));
            assertThat(pharmacist.reads()).contains("この職種では表示しません: ", "検査結果");
            pharmacist.visit("/people/" + personAt(pharmacist) + "/timeline?period=all");
            assertThat(pharmacist.kinds()).contains("処方", "検査（薬の安全）").doesNotContain("検査結果", "外来受付");
            pharmacist.clean();
            var words = closedToTheProfession(pharmacist);
            pharmacist.link(region.qr(region.resident("delayed")));
            assertThat(closedToTheProfession(pharmacist)).isEqualTo(words);
        }
    }

    private static String closedToTheProfession(Colleague colleague) {
        return colleague
                .page()
                .locator(".person-notes li")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("この職種では"))
                .innerText();
    }

    @Test
    void aHospitalWhoseDelayIsNotOverIsNamed() {
        try (var doctor = signedIn("doctor1")) {
            doctor.link(region.qr(region.resident("delayed")));
            assertThat(doctor.reads()).contains(region.facilityName(DELAYING_HOSPITAL) + " の規則により、まだ表示しません: ");
            assertThat(doctor.reads()).contains("受領後 14 日間");
            assertThat(doctor.kinds()).isSubsetOf("基本情報");
            doctor.clean();
        }
    }

    @Test
    void whatThePatientHasNotBeenToldIsMarkedForTheDoctor() {
        try (var doctor = signedIn("doctor1")) {
            doctor.link(region.qr(region.resident("labelled")));
            doctor.visit("/people/" + personAt(doctor) + "/timeline?period=all&kind=DIAGNOSIS");
            assertThat(doctor.page().locator(".item").allInnerTexts()).anyMatch(item -> item.contains("未告知"));
            doctor.clean();
        }
    }

    @Test
    void theReceptionLinksAndSeesNoMoreThanThat() {
        var resident = region.resident("two-hospitals");
        try (var doctor = signedIn("doctor1");
                var reception = signedIn("reception1");
                var operator = signedIn("operator1")) {
            doctor.link(region.qr(resident));
            reception.read(region.qr(resident));
            assertThat(reception.reads())
                    .contains(SampleRegion.name(resident), "この方とは連携済みです")
                    .doesNotContain("カルテを開く");
            reception.clean();
            reception.visit("/");
            assertThat(reception.reads()).contains(SampleRegion.name(resident), "連携済み");
            reception.clean();
            for (var colleague : List.of(reception, operator)) {
                assertThat(answer(colleague, personAt(doctor)))
                        .startsWith("404")
                        .isEqualTo(answer(colleague, UUID.randomUUID()));
            }
        }
    }

    @Test
    void afterSigningOutTheBackButtonShowsNothing() {
        var resident = region.resident("two-hospitals");
        try (var nurse = signedIn("nurse1")) {
            nurse.link(region.qr(resident));
            assertThat(nurse.reads()).contains(SampleRegion.name(resident));
            nurse.press("サインアウト");
            nurse.page().waitForURL("**/signin");
            assertThat(nurse.heading()).isEqualTo("サインイン");
            nurse.page().goBack();
            assertThat(nurse.reads())
                    .doesNotContain(SampleRegion.name(resident))
                    .contains("サインイン");
        }
    }
}
