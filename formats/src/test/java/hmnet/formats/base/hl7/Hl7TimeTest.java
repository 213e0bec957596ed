package hmnet.formats.base.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Hl7TimeTest {
    private static void same(String sent, String moment) {
        assertThat(Hl7Time.fhir(sent)).as(sent).isEqualTo(moment);
        assertThat(Hl7Time.at(sent)).as(sent).hasToString(moment.replace(":00+09:00", "+09:00"));
    }

    @Test
    void twentyFourHoursIsTheNextMidnight() {
        same("202604302400", "2026-05-01T00:00:00+09:00");
        same("20261231240000", "2027-01-01T00:00:00+09:00");
        same("2026043024", "2026-05-01T00:00:00+09:00");
        assertThat(Hl7Time.isEnd("20260430240000.000+0900")).isTrue();
    }

    @Test
    void secondSixtyIsTheStartOfTheNextMinute() {
        same("20260430235960", "2026-05-01T00:00:00+09:00");
        same("20260430101060", "2026-04-30T10:11:00+09:00");
        assertThat(Hl7Time.isEnd("20260430101059")).isFalse();
    }

    @Test
    void anImpossibleTimeOfDayLeavesTheDayAndNoMidnight() {
        for (var text : new String[] {"202604302401", "20260430240001", "202604302500", "20260430101061"}) {
            assertThat(Hl7Time.fhir(text)).as(text).isEqualTo("2026-04-30");
            assertThat(Hl7Time.at(text)).as(text).hasToString("2026-04-30T00:00+09:00");
            assertThat(Hl7Time.isEnd(text)).as(text).isFalse();
        }
    }

    @Test
    void whoDiesAtTwentyFourHoursDiesOnThatDay() {
        assertThat(Hl7Time.date("202604302400")).hasToString("2026-04-30");
    }

    @Test
    void aMessageNamesTheTimesThatItsReaderPutRight() throws BadMessage {
        var message = Message.parse(("MSH|^~\\&|HIS||GW||202604011010||ORU^R01^ORU_R01|202604012400|P|2.5\r"
                        + "PID|1||1^^^^PI\rOBR|1|202604012400||CODE|||202604012400|20260401101060\r")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(message.repairs())
                .extracting(Message.Repair::code, Message.Repair::where, Message.Repair::detail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("time-end", "OBR-7", "202604012400"),
                        org.assertj.core.groups.Tuple.tuple("time-end", "OBR-8", "20260401101060"));
    }
}
