package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Hl7Time;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Appointments of invented patients (診療予約, SIU): when, with whom, what for, and what became of them.
class SentBookingsTest {
    private static String sch(String reason, String status) {
        return "SCH|B1|||||" + reason + "|K1^肩の痛み^99XYZ|R^再診^99XYZ|30|min^分^ISO+|^^^202604101030|D9^架空^受付|||||||||||||"
                + status;
    }

    @Test
    void anAppointmentSaysWhatForWithWhomAndWhere() {
        var chart = ReadChart.of(
                "SIU^S12",
                sch("", "Booked"),
                "NTE|1||画像を持参",
                "PV1|1|O|||||||||01",
                "RGS|1",
                "AIS|1||M1^ＭＲＩ^99XYZ|202604101030",
                "AIG|1||G1^１号機^99XYZ",
                "AIL|1||放射線棟^検査室２",
                "AIP|1||D1^架空^一郎",
                "AIP|2||D2^架空^二郎");
        var stay = chart.stay();
        assertThat(stay.at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604101030")));
        assertThat(stay.doctor()).isEqualTo("架空 一郎");
        assertThat(stay.notes())
                .containsExactly(
                        "予約の理由 肩の痛み",
                        "予約の種類 再診",
                        "所要時間 30分",
                        "画像を持参",
                        "内容 ＭＲＩ",
                        "機器・資源 １号機",
                        "場所 放射線棟-検査室２",
                        "担当 架空 一郎",
                        "担当 架空 二郎");
        assertThat(chart.fhir("Encounter", "status")).isEqualTo("planned");
    }

    @Test
    void aChangedAppointmentSaysWhy() {
        var chart = ReadChart.of("SIU^S13", sch("H1^担当医の休診^99XYZ", "Pending"), "AIP|1||D1^架空^一郎");
        assertThat(chart.stay().notes()).startsWith("状態 未確定", "変更の理由 担当医の休診");
        assertThat(chart.file().sheets().getFirst().source()).isEqualTo("BOOK/B1");
    }

    @Test
    void anAppointmentWhoseStatusIsCancelledIsNone() {
        for (var status : new String[] {"Cancelled", "Deleted", "Dc"}) {
            var chart = ReadChart.of("SIU^S14", sch("", status));
            assertThat(chart.file().sheets().getFirst().deletes()).isTrue();
            assertThat(chart.rows()).isEmpty();
        }
    }

    @Test
    void whoDidNotComeIsNotExpected() {
        for (var chart :
                new ReadChart[] {ReadChart.of("SIU^S26", sch("", "Noshow")), ReadChart.of("SIU^S14", sch("", "Noshow"))
                }) {
            assertThat(chart.titles()).containsExactly("予約（来院せず）");
            assertThat(chart.fhir("Encounter", "status")).isEqualTo("cancelled");
        }
    }

    @Test
    void aCancelledAppointmentLeaves() {
        var chart = ReadChart.of("SIU^S15", sch("H2^患者の都合^99XYZ", "Cancelled"));
        assertThat(chart.file().sheets().getFirst().deletes()).isTrue();
        assertThat(chart.file().sheets().getFirst().source()).isEqualTo("BOOK/B1");
    }
}
