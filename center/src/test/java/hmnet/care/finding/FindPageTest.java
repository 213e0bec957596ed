package hmnet.care.finding;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A doctor finds a patient of the house however the name is typed.
class FindPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/find");

    @Autowired
    FindPage page;

    @Autowired
    Protections protections;

    private FacilityId hospital = new FacilityId(0);
    private String number = "";
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aHospitalSends() {
        hospital = hospital();
        number = number();
        filed(hospital, Papers.written(number, "渡邊", "廣彦", "ワタナベ", "ヒロヒコ").visit());
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    private String found(String typed, Requester by) {
        return String.valueOf(page.find(typed, by, FRAME).getBody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "わたな",
                "ﾜﾀﾅﾍﾞ ﾋﾛ",
                "渡辺広彦",
                "渡邉　廣彦",
                "S25.2.28",
                "昭和25年2月28日",
                "19500228",
                "1950-02-28 渡辺",
                "ワタナベ 昭和25年2月28日"
            })
    void aPatientOfTheHouseIsFoundHoweverTheyAreTyped(String typed) {
        assertThat(found(typed, at(hospital, Profession.DOCTOR)))
                .contains("/people/" + person + "/summary", number, "1 施設、表示できる最新は");
    }

    @Test
    void theChartNumberFindsThePatientAndNothingElseOfTheNameMayDiffer() {
        var doctor = at(hospital, Profession.DOCTOR);
        assertThat(found(number, doctor)).contains("/people/" + person);
        for (var other : List.of("ワタベ", "渡部広彦", "S25.3.1", number + "9", "ワタナベ 19500301")) {
            assertThat(found(other, doctor)).as(other).contains("該当する患者はいません");
        }
    }

    @Test
    void whatCameSinceTheChartWasLastOpenedIsCounted() {
        var doctor = at(hospital, Profession.DOCTOR);
        assertThat(found(number, doctor)).doesNotContain("新着");
        assertThat(shown(doctor, person)).isNotEmpty();
        assertThat(found(number, doctor)).contains("新着 0");
        filed(
                hospital,
                Papers.written(number, "渡邊", "廣彦", "ワタナベ", "ヒロヒコ").later(1).prescription("000000000000091", "架空錠５ｍｇ"));
        assertThat(found(number, doctor)).contains("新着 1");
    }

    @Test
    void anotherFacilityAndOneShutOutFindNobody() {
        assertThat(found("渡辺広彦", doctor())).contains("該当する患者はいません");
        var doctor = at(hospital, Profession.DOCTOR);
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(hospital), Set.of()), office());
        assertThat(found(number, doctor))
                .as("the facility's own chart, as one that is linked to nobody")
                .contains("地域の記録にまだ結び付いていません")
                .doesNotContain(person.toString());
    }

    @Test
    void theReceptionSeesThatSomebodyIsLinkedAndNoMore() {
        assertThat(found(number, at(hospital, Profession.RECEPTION)))
                .contains(number, "連携済み")
                .doesNotContain("/people/", "最新は");
        assertThat(logged("person-found", person.toString())).isNotEmpty();
    }

    @Test
    void anIndividualNumberIsNeitherSearchedNorRepeated() {
        assertThat(found("123456789018", doctor())).contains("個人番号").doesNotContain("123456789018");
    }
}
