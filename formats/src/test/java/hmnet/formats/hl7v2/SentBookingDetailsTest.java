package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Hl7Time;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// When, where, with whom and in which state an appointment of an invented patient stands (診療予約の細目, SIU).
class SentBookingDetailsTest {
    private static OffsetDateTime at(String time) {
        return Objects.requireNonNull(Hl7Time.at(time));
    }

    @Test
    void everyStateOfAnAppointmentIsSaid() {
        var words = new String[][] {
            {"Pending", "未確定"},
            {"Waitlist", "空き待ち"},
            {"Overbook", "定員外"},
            {"Complete", "終了"},
            {"Started", "開始"},
            {"Blocked", "枠なし"}
        };
        for (var word : words) {
            var chart = ReadChart.of("SIU^S12", segment("SCH", "1=B1", "11=^^^202604101030", "25=" + word[0]));
            assertThat(chart.stay().notes()).as(word[0]).containsExactly("状態 " + word[1]);
        }
        assertThat(ReadChart.of("SIU^S12", segment("SCH", "1=B1", "25=Booked"))
                        .stay()
                        .notes())
                .isEmpty();
    }

    @Test
    void anAppointmentStandsWhereItsTimeIsFirstSaid() {
        var sch = segment("SCH", "1=B1", "11=^^^202604101030");
        var ais = segment("AIS", "3=^診察", "4=202604111030");
        var aip = segment("AIP", "3=D1^架空^一郎", "6=202604121030");
        var ail = segment("AIL", "3=内科", "6=202604131030");
        assertThat(ReadChart.of("SIU^S12", sch, segment("TQ1", "7=202604091030"), ais, aip, ail)
                        .stay()
                        .at())
                .isEqualTo(at("202604091030"));
        assertThat(ReadChart.of("SIU^S12", sch, ais, aip, ail).stay().at()).isEqualTo(at("202604101030"));
        var none = segment("SCH", "1=B1");
        assertThat(ReadChart.of("SIU^S12", none, ais, aip, ail).stay().at()).isEqualTo(at("202604111030"));
        assertThat(ReadChart.of("SIU^S12", none, aip, ail).stay().at()).isEqualTo(at("202604121030"));
        assertThat(ReadChart.of("SIU^S12", none, ail).stay().at()).isEqualTo(at("202604131030"));
    }

    @Test
    void anAppointmentIsWithADepartmentAndADoctor() {
        var sch = segment("SCH", "1=B1", "11=^^^202604101030", "12=D9^架空^受付");
        var ail = segment("AIL", "3=放射線棟^検査室２");
        var visit = ReadChart.of("SIU^S12", sch, segment("PV1", "2=O", "3=内科外来"), ail)
                .stay();
        assertThat(visit.department()).isEqualTo("内科外来");
        assertThat(visit.doctor()).as("whom to ask, where nobody is booked").isEqualTo("架空 受付");
        assertThat(ReadChart.of("SIU^S12", sch, segment("PV1", "2=O", "3=内科外来", "10=01"), ail)
                        .stay()
                        .department())
                .isEqualTo("01");
        assertThat(ReadChart.of("SIU^S12", sch, ail).stay().department()).isEqualTo("放射線棟");
        assertThat(ReadChart.of("SIU^S12", sch).stay().department()).isEmpty();
    }

    @Test
    void whatElseIsSaidOfAnAppointmentIsToldOnce() {
        var chart = ReadChart.of(
                "SIU^S12",
                segment("SCH", "2=F1", "7=K1^再診^99XYZ", "9=1", "10=H^時間^99XYZ", "11=^^^202604101030^202604101130"),
                "OBX|1|ST|N1^持参薬^99XYZ||あり||||||F",
                segment("AIS", "3=M1^ＭＲＩ^99XYZ", "11=C1^造影^99XYZ"),
                segment("AIS", "3=M1^ＭＲＩ^99XYZ"),
                segment("AIP", "3=D1^架空^一郎", "4=R1^執刀^99XYZ"),
                "DG1|1||M54^腰痛^I10");
        assertThat(chart.sources()).as("by the filler's number").containsExactly("+BOOK/F1");
        assertThat(chart.stay().notes())
                .containsExactly(
                        "予約の理由 再診",
                        "所要時間 1時間",
                        "終了 2026/4/10 11:30",
                        "持参薬 あり",
                        "内容 ＭＲＩ",
                        "補足 造影",
                        "担当 架空 一郎 執刀",
                        "病名 腰痛");
        for (var minutes : new String[] {"min^min^ISO+", "M^M", "MIN", "minutes", "minute"}) {
            assertThat(ReadChart.of("SIU^S12", segment("SCH", "1=B1", "9=30", "10=" + minutes))
                            .stay()
                            .notes())
                    .containsExactly("所要時間 30分");
        }
    }
}
