package hmnet.exchange.iti21;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.util.Terser;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.telegrams.Exchanged;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.MyNumber;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Demographic queries as hospitals' machines send them.
class DemographicsQueryTest extends Exchanged {
    private Message asked(FacilityId asking, String parameters, String... more) throws Exception {
        var segments =
                new ArrayList<>(List.of(header(asking, "QBP^Q22^QBP_Q21"), "QPD|IHE PDQ Query|T2|" + parameters));
        segments.addAll(List.of(more));
        return spoken(asking, segments.toArray(String[]::new));
    }

    private static String born(LocalDate day) {
        return "@PID.7^" + Hl7Time.hl7(day);
    }

    @Test
    void aPatientIsFoundByBirthDateAndNameInAnySpelling() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        var born = birthday();
        var number = number();
        sent(here, number, hanako(born));
        for (var name : List.of("高崎", "髙﨑", "タカサキ", "たかさき", "TAKASAKI", "タカ*")) {
            var answer = asked(here, born(born) + "~@PID.5.1.1^" + name + "~@PID.8^F", "RCP|I|10^RD");
            assertThat(line(answer, "QAK")).as(name).isEqualTo("QAK|T2|OK||1|1|0");
            assertThat(line(answer, "PID"))
                    .isEqualTo("PID|1||" + number + "^^^" + giver(here)
                            + "^PI||髙﨑^花子^^^^^L^I~タカサキ^ハナコ^^^^^L^P||" + Hl7Time.hl7(born)
                            + "|F|||^^^^730-0099^JPN^H^広島県架空市青葉町3丁目4番5号||^PRN^PH^^^^^^^^^082-555-0199");
        }
        var byNumber = asked(
                here, "@PID.3.1^" + number + "~@PID.3.4.2^" + domains.of(here).oid(), "RCP|I");
        assertThat(line(byNumber, "PID")).startsWith("PID|1||" + number + "^");
    }

    /// What ISO IR87 has no place for is spelled or marked; the answer is whole.
    @Test
    void anAnswerInTheCharactersOfJapanHoldsEveryName() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        var born = birthday();
        sent(here, number(), hanako(born));
        var header = header(here, "QBP^Q22^QBP_Q21").replace("UNICODE UTF-8", "~ISO IR87");
        try (var far = call(here)) {
            var jis = Charset.forName("ISO-2022-JP");
            var bytes =
                    far.say((header + "\rQPD|IHE PDQ Query|T2|" + born(born) + "~@PID.5.2^花子\rRCP|I\r").getBytes(jis));
            var answer = Message.parse(bytes);
            assertThat(answer.header().raw(18)).isEqualTo("~ISO IR87");
            assertThat(line(answer, "PID")).contains("^花子^^^^^L^I~タカサキ^ハナコ");
            assertThat(answer.repairs()).isEmpty();
        }
    }

    @Test
    void manyAreAnsweredInPagesUntilAllWereTold() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        var born = birthday();
        for (var n = 0; n < 5; n++) {
            sent(here, number(), named("架空", "子" + n, "カクウ", "コ" + n, born));
        }
        var told = new ArrayList<String>();
        var pages = 0;
        var pointer = "";
        do {
            var answer = pointer.isEmpty()
                    ? asked(here, born(born), "RCP|I|2^RD")
                    : asked(here, born(born), "RCP|I|2^RD", "DSC|" + pointer + "|I");
            answer.all("PID").forEach(line -> told.add(line.text(3)));
            var more = answer.first("DSC");
            pointer = more == null ? "" : more.text(1);
            pages++;
        } while (!pointer.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(told).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aPointerIsForItsOwnQuestionAndItsOwnHospitalAndOnce() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        var born = birthday();
        for (var n = 0; n < 3; n++) {
            sent(here, number(), named("架空", "枝" + n, "カクウ", "エダ" + n, born));
        }
        var pointer = pointer(asked(here, born(born), "RCP|I|1^RD"));
        var other = hospitalFor(TransactionGroup.PDQ);
        assertThat(line(asked(other, born(born), "RCP|I|1^RD", "DSC|" + pointer + "|I"), "ERR"))
                .startsWith("ERR||DSC^1^1|204");
        assertThat(line(asked(here, born(born), "RCP|I|1^RD", "DSC|" + pointer + "|I"), "QAK"))
                .startsWith("QAK|T2|OK");
        assertThat(line(asked(here, born(born), "RCP|I|1^RD", "DSC|" + pointer + "|I"), "QAK"))
                .isEqualTo("QAK|T2|AE");
        var second = pointer(asked(here, born(born), "RCP|I|1^RD"));
        var cancelled = spoken(here, header(here, "QCN^J01^QCN_J01"), "QID|T2|IHE PDQ Query");
        assertThat(line(cancelled, "MSA")).startsWith("MSA|AA|");
        assertThat(line(asked(here, born(born), "RCP|I|1^RD", "DSC|" + second + "|I"), "QAK"))
                .isEqualTo("QAK|T2|AE");
    }

    private static String pointer(Message answer) {
        return java.util.Objects.requireNonNull(answer.first("DSC")).text(1);
    }

    @Test
    void whatCannotBeSearchedByIsSaid() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        assertThat(line(asked(here, "@PID.5.1.1^山田"), "ERR")).startsWith("ERR||QPD^1^3|101");
        assertThat(line(asked(here, "@PID.7^194013"), "ERR")).startsWith("ERR||QPD^1^3^1|102");
        assertThat(line(asked(here, "@PID.7^19400102~@PID.19^1"), "ERR")).startsWith("ERR||QPD^1^3^2|103");
        assertThat(line(asked(here, "@PID.7^19400102~@PID.5.2^*花"), "ERR")).startsWith("ERR||QPD^1^3^2|102");
        assertThat(line(asked(here, "@PID.7^19400102|||||^^^&1.2.3&ISO"), "ERR"))
                .startsWith("ERR||QPD^1^8^1|204");
        assertThat(line(asked(here, "@PID.3.1^1~@PID.3.4.1^NOBODY"), "ERR")).startsWith("ERR||QPD^1^3|204");
    }

    @Test
    void anotherHospitalsPatientIsNobody() throws Exception {
        var born = birthday();
        sent(hospital(), number(), hanako(born));
        var answer = asked(hospitalFor(TransactionGroup.PDQ), born(born));
        assertThat(line(answer, "MSA")).startsWith("MSA|AA|");
        assertThat(line(answer, "QAK")).isEqualTo("QAK|T2|NF");
        var without = asked(hospitalFor(TransactionGroup.PIX), born(born));
        assertThat(line(without, "MSA")).startsWith("MSA|AR|");
    }

    @Test
    void anIndividualNumberIsRefusedAndNotSaidBack() throws Exception {
        var answer = asked(hospitalFor(TransactionGroup.PDQ), "@PID.3.1^123456789018");
        assertThat(line(answer, "MSA")).startsWith("MSA|AE|");
        assertThat(line(answer, "QPD")).doesNotContain("123456789018");
    }

    @Test
    void anIndividualNumberInAWrongQueryIsNotSaidBackEither() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        for (var parameters : List.of(
                "@PID.19^123456789018",
                "@PID.5.2^1234-5678-9018|||||^^^&1.2.3&ISO",
                "@PID.7^19400102|||||123456789018^^^&1.2.3&ISO")) {
            var answer = asked(here, parameters);
            assertThat(line(answer, "ERR")).as(parameters).startsWith("ERR||QPD^1^3|102");
            assertThat(line(answer, "QPD")).isEqualTo("QPD|IHE PDQ Query|T2");
        }
        assertThat(logged("query-refused", "\"facility\":" + here.value() + ","))
                .hasSize(3)
                .allMatch(event -> event.contains("individual number") && !event.contains("9018"));
    }

    /// Every eleventh minute has the check digit of an individual number.
    @Test
    void aBirthTimeToTheMinuteIsNoIndividualNumber() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        var times = IntStream.range(0, 60)
                .mapToObj("1957120812%02d"::formatted)
                .filter(MyNumber::looksLike)
                .toList();
        assertThat(times).isNotEmpty();
        for (var time : times) {
            assertThat(line(asked(here, "@PID.7^" + time), "QAK")).as(time).isEqualTo("QAK|T2|NF");
        }
    }

    @Test
    void aPointerSentWithAnotherQuestionStaysGoodForItsOwn() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        var born = birthday();
        for (var n = 0; n < 2; n++) {
            sent(here, number(), named("架空", "葉" + n, "カクウ", "ハ" + n, born));
        }
        var pointer = pointer(asked(here, born(born), "RCP|I|1^RD"));
        assertThat(line(asked(here, born(birthday()), "RCP|I|1^RD", "DSC|" + pointer + "|I"), "QAK"))
                .isEqualTo("QAK|T2|AE");
        assertThat(line(asked(here, born(born), "RCP|I|1^RD", "DSC|" + pointer + "|I"), "QAK"))
                .startsWith("QAK|T2|OK");
    }

    @Test
    void aClientThatOthersWroteReadsTheAnswer() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        var born = birthday();
        var number = number();
        sent(here, number, hanako(born));
        try (var client = foreign(here)) {
            var answer = client.ask(header(here, "QBP^Q22^QBP_Q21") + "\rQPD|IHE PDQ Query|T3|" + born(born)
                    + "~@PID.5.1.1^タカサキ\rRCP|I|5^RD\r");
            var terser = new Terser(answer);
            assertThat(terser.get("MSA-1")).isEqualTo("AA");
            assertThat(terser.get("/.QAK-2")).isEqualTo("OK");
            assertThat(terser.get("/.PID-3-1")).isEqualTo(number);
            assertThat(terser.get("/.PID-5-1")).isEqualTo("髙﨑");
            assertThat(terser.get("/.PID-5(1)-1")).isEqualTo("タカサキ");
        }
    }
}
