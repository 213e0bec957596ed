package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.model.chart.InsuredNumber;
import hmnet.people.arrivals.Human;
import hmnet.people.arrivals.MovedResidents;
import hmnet.people.arrivals.Reception;
import hmnet.people.arrivals.ResidentEntry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The tables of people, copied out as an attacker would (患者・登録者の表の封印): they name nobody.
class SealedPeopleTest extends Reception {
    private static final List<String> TABLES = List.of(
            "patient",
            "person",
            "patient_insurance",
            "resident_entry",
            "resident_reading",
            "search_key",
            "match_waiting",
            "match_left_out",
            "match_review",
            "match_review_event",
            "linkage",
            "link_event",
            "link_news",
            "same_person_event",
            "patient_merge_event",
            "merged_chart",
            "identity_review",
            "resident_list",
            "pix_told",
            "print_card",
            "print_card_event",
            "event_publication");

    private static final InsuredNumber INSURED = new InsuredNumber("39349876", "秘記", "87654321", "07");

    @Autowired
    private MovedResidents residents;

    @Test
    void noTableOfPeopleNamesAnybody() {
        var human = Human.somebody().called("封山", "秘文", "ヒフミヨイ");
        var elsewhere = "広島県封印市密町3丁目4番5号";
        var number = number();
        var hospital = hospital();
        transaction.executeWithoutResult(status -> patients.resolve(
                hospital,
                List.of(new PatientClaim(
                        number,
                        human.said(),
                        OffsetDateTime.parse("2026-05-01T09:00:00+09:00"),
                        true,
                        INSURED,
                        null,
                        null))));
        registered(human);
        residents.keep(
                -1,
                List.of(new ResidentEntry(
                        human.born(),
                        human.sex(),
                        human.family(),
                        human.given(),
                        human.familyKana(),
                        human.givenKana(),
                        "730-9876",
                        elsewhere,
                        "",
                        "",
                        human.address(),
                        LocalDate.of(2026, 4, 1))));
        var patient = matched(persons.current(hospital, number).orElseThrow());
        matched(human.living(elsewhere, "082-987-6543"));
        assertThat(lookalikes.patient(patient.value()).orElseThrow().said().name())
                .isEqualTo("封山　秘文");
        assertThat(demographicsAt(hospital)).containsExactly(human.said());
        for (var word : List.of(
                "封山",
                "秘文",
                "ヒフミヨイ",
                human.address(),
                "密町",
                "730-9876",
                human.phone(),
                "082-987-6543",
                human.born().toString(),
                human.born().toString().replace("-", ""),
                INSURED.insurer(),
                INSURED.symbol(),
                INSURED.number())) {
            var pattern = Pattern.compile("(?<![0-9a-f])" + Pattern.quote(word) + "(?![0-9a-f])|"
                    + HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
            for (var table : TABLES) {
                assertThat(dumped(table))
                        .as(word + " in " + table)
                        .noneMatch(line -> pattern.matcher(line).find());
            }
        }
        residents.forget(-1);
    }

    @Test
    void whatIsKnownOfOnePatientOpensInNoOtherRow() {
        var one = sent(Human.somebody());
        var other = sent(Human.somebody());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    db.sql("update patient set shown = (select shown from patient where id = ?) where id = ?")
                            .params(one.value(), other.value())
                            .update();
                    lookalikes.patient(other.value());
                }))
                .hasMessageContaining("patient " + other.value());
        assertThat(lookalikes.patient(other.value())).isPresent();
    }

    private List<String> dumped(String table) {
        return db.sql("select t::text as line from " + table + " t")
                .query((row, n) -> row.getString("line"))
                .list();
    }
}
