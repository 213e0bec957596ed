package hmnet.exchange.iti44;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.personquery.Findings;
import hmnet.exchange.personquery.PersonSearch;
import hmnet.exchange.personquery.Traits;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.Soaped;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.people.patients.MyNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Hospitals that tell their own patients by HL7 V3.
class RegistrationFeedTest extends Soaped {
    @Autowired
    PersonSearch search;

    @Autowired
    SenderNames names;

    private static String patient(String ids, String family, String kana, LocalDate born, String more) {
        return """
                <subject typeCode="SUBJ"><registrationEvent classCode="REG" moodCode="EVN">
                  <id nullFlavor="NA"/><statusCode code="active"/>
                  <subject1 typeCode="SBJ"><patient classCode="PAT">
                    %s
                    <statusCode code="active"/>
                    <patientPerson classCode="PSN" determinerCode="INSTANCE">
                      <name use="IDE"><family>%s</family><given>花子</given></name>
                      <name use="SYL"><family>%s</family><given>ハナコ</given></name>
                      <telecom value="tel:082-555-0123" use="H"/>
                      <administrativeGenderCode code="F"/>
                      <birthTime value="%s"/>
                      <addr><postalCode>730-0001</postalCode><state>広島県</state><city>架空市</city><streetAddressLine>青葉町1-2-3</streetAddressLine></addr>
                    </patientPerson>
                  </patient></subject1>
                  <custodian typeCode="CST"><assignedEntity classCode="ASSIGNED"><id root="1.2.3"/></assignedEntity></custodian>
                  %s
                </registrationEvent></subject>""".formatted(ids, family, kana, born.toString().replace("-", ""), more);
    }

    private static String id(String root, String number) {
        return "<id root=\"%s\" extension=\"%s\"/>".formatted(root, number);
    }

    private static String replacing(String root, String number) {
        return """
                <replacementOf typeCode="RPLC"><priorRegistration classCode="REG" moodCode="EVN">
                  <statusCode code="obsolete"/>
                  <subject1 typeCode="SBJ"><priorRegisteredRole classCode="PAT">%s</priorRegisteredRole></subject1>
                </priorRegistration></replacementOf>""".formatted(id(root, number));
    }

    private Element told(Machine machine, String interaction, String act) throws Exception {
        var answer = machine.ask(machine.message(interaction, act));
        settle(machine.facility);
        return answer;
    }

    private boolean found(Machine machine, LocalDate born, String family) {
        var traits = Traits.NONE.born(born).named(name(family, "花子"));
        return search.find(caller(machine.facility, TransactionGroup.PDQ), question(), traits)
                        instanceof Findings.Found(var candidates)
                && !candidates.isEmpty();
    }

    @Test
    void aPatientThatIsToldIsKeptFiledAndFoundAndSoIsItsRevision() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var born = birthday();
        var ids = id("1.2.9", "insurer") + id(machine.oid(), number());
        var added = told(machine, "PRPA_IN201301UV02", patient(ids, "髙﨑", "タカサキ", born, ""));
        assertThat(added.local()).isEqualTo("MCCI_IN000002UV01");
        assertThat(acknowledged(added)).isEqualTo("CA");
        assertThat(found(machine, born, "高崎")).isTrue();
        told(machine, "PRPA_IN201302UV02", patient(ids, "絵空", "エソラ", born, ""));
        assertThat(found(machine, born, "絵空")).isTrue();
        assertThat(found(machine, born, "高崎")).isFalse();
    }

    @Test
    void duplicatesThatAreResolvedAreTheFacilitysOwnMerge() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var born = birthday();
        var stays = number();
        var goes = number();
        for (var number : new String[] {stays, goes}) {
            told(machine, "PRPA_IN201301UV02", patient(id(machine.oid(), number), "髙﨑", "タカサキ", born, ""));
        }
        var resolved = told(
                machine,
                "PRPA_IN201304UV02",
                patient(id(machine.oid(), stays), "髙﨑", "タカサキ", born, replacing(machine.oid(), goes)));
        assertThat(acknowledged(resolved)).isEqualTo("CA");
        assertThat(db.sql("""
                        select gone.facility, gone.number, kept.number as into_number from patient_merge_event m
                          join patient gone on gone.id = m.patient join patient kept on kept.id = m.into_patient
                         where gone.facility = ? and m.action = 'merge'""")
                        .param(machine.facility.value())
                        .query((row, n) ->
                                sealedNumbers.open(row) + " into " + sealedNumbers.open(row, "facility", "into_number"))
                        .list())
                .containsExactly(goes + " into " + stays);
    }

    /// Soapenv in a long envelope: where a parser's buffers end is no matter.
    @Test
    void whatWasSentIsKeptToTheLetter() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var act = patient(id(machine.oid(), number()), "髙﨑", "タカサキ", birthday(), "<!-- 備考 -->");
        var message = machine.message("PRPA_IN201301UV02", act);
        var envelope = envelope(action(message), message, " ".repeat(7_700))
                .replace("<s:", "<soapenv:")
                .replace("</s:", "</soapenv:")
                .replace("xmlns:s=", "xmlns:soapenv=")
                .replace("s:mustUnderstand", "soapenv:mustUnderstand");
        assertThat(machine.post(envelope).statusCode()).isEqualTo(200);
        assertThat(opened(machine.facility)).singleElement().satisfies(kept -> {
            var told = Objects.requireNonNull(Message.parse(kept).first("ZFH"));
            assertThat(new String(Base64.getDecoder().decode(told.text(2)), StandardCharsets.UTF_8))
                    .isEqualTo(message);
            assertThat(told.text(1)).contains("xmlns:soapenv=http://www.w3.org/2003/05/soap-envelope");
        });
    }

    /// A sender that heard no answer sends the same message in a new envelope.
    @Test
    void theSameMessageAgainIsFiledOnceAndAnotherUnderItsIdIsAConflict() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var born = birthday();
        var id = UUID.randomUUID().toString();
        var act = patient(id(machine.oid(), number()), "髙﨑", "タカサキ", born, "");
        var message = machine.message("PRPA_IN201301UV02", machine.oid(), "P", id, act);
        assertThat(acknowledged(machine.ask(message))).isEqualTo("CA");
        assertThat(acknowledged(machine.ask(message))).isEqualTo("CA");
        assertThat(inbox.counts(machine.facility).messages()).isEqualTo(1);
        assertThat(details(machine.ask(message.replace("髙﨑", "絵空")))).containsExactly("205 /PRPA_IN201301UV02/id");
        var another = message.replaceFirst("(root=\"" + machine.oid() + "\" extension=\")[^\"]*", "$1" + number());
        assertThat(details(machine.ask(another))).as("of another patient").containsExactly("205 /PRPA_IN201301UV02/id");
    }

    /// What it says counts from when it came, or nothing would change the patient until then.
    @Test
    void aClockThatIsAheadMakesNeitherASecondMessageNorOneThatLasts() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var born = birthday();
        var ids = id(machine.oid(), number());
        var ahead = machine.message("PRPA_IN201301UV02", patient(ids, "髙﨑", "タカサキ", born, ""))
                .replaceFirst("creationTime value=\"[0-9]*", "creationTime value=\"21000101090000");
        assertThat(acknowledged(machine.ask(ahead))).isEqualTo("CA");
        nextSecond();
        assertThat(acknowledged(machine.ask(ahead))).isEqualTo("CA");
        assertThat(kept(machine)).isEqualTo(1);
        settle(machine.facility);
        nextSecond();
        var later = machine.message("PRPA_IN201302UV02", patient(ids, "絵空", "エソラ", born, ""))
                .replaceFirst(
                        "creationTime value=\"[0-9]*",
                        "creationTime value=\"" + Hl7Time.hl7(OffsetDateTime.now(Hl7Time.JAPAN)));
        assertThat(acknowledged(machine.ask(later))).isEqualTo("CA");
        settle(machine.facility);
        assertThat(found(machine, born, "絵空")).isTrue();
    }

    /// Times in messages have no fractions.
    private static void nextSecond() {
        var now = Instant.now().getEpochSecond();
        await(() -> Instant.now().getEpochSecond() > now);
    }

    @Test
    void othersPatientsAreNotToldAndNobodyTellsWithoutTheRightOrInAnothersName() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var other = new Machine(TransactionGroup.PIX);
        var act = patient(id(other.oid(), "1"), "見本", "ミホン", birthday(), "");
        var foreign = machine.ask(machine.message("PRPA_IN201301UV02", act));
        assertThat(acknowledged(foreign)).isEqualTo("CE");
        assertThat(details(foreign)).singleElement().asString().startsWith("204 ");
        assertThat(acknowledged(other.ask(other.message("PRPA_IN201301UV02", act))))
                .isEqualTo("CR");
        var borrowed = machine.ask(
                other.message("PRPA_IN201301UV02", patient(id(machine.oid(), "1"), "見本", "ミホン", birthday(), "")));
        assertThat(acknowledged(borrowed)).isEqualTo("CR");
        names.register(machine.facility, "", other.oid() + ".9");
        var registered = machine.message(
                "PRPA_IN201301UV02",
                other.oid() + ".9",
                "P",
                UUID.randomUUID().toString(),
                patient(id(machine.oid(), "1"), "見本", "ミホン", birthday(), ""));
        assertThat(acknowledged(machine.ask(registered)))
                .as("a registered name")
                .isEqualTo("CA");
    }

    @Test
    void whatIsNoPatientOfRealLifeOrNotOneIsNotKept() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var act = patient(id(machine.oid(), number()), "見本", "ミホン", birthday(), "");
        var id = UUID.randomUUID().toString();
        var exercise = machine.ask(machine.message("PRPA_IN201301UV02", machine.oid(), "T", id, act));
        assertThat(acknowledged(exercise)).isEqualTo("CR");
        assertThat(details(exercise)).containsExactly("202 /PRPA_IN201301UV02/processingCode/@code");
        assertThat(acknowledged(machine.ask(machine.message("PRPA_IN201301UV02", act + act))))
                .as("two patients")
                .isEqualTo("CE");
        assertThat(acknowledged(machine.ask(machine.message("PRPA_IN201304UV02", act))))
                .as("duplicates without the number that goes")
                .isEqualTo("CE");
        var without = patient("<id nullFlavor=\"NA\"/>", "見本", "ミホン", birthday(), "");
        assertThat(details(machine.ask(machine.message("PRPA_IN201301UV02", without))))
                .singleElement()
                .asString()
                .startsWith("101 ");
        assertThat(kept(machine)).isZero();
    }

    /// 123456789018: invented, with a valid check digit.
    @Test
    void anIndividualNumberInAPatientIsRefusedAndNothingIsKept() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var ids = id(machine.oid(), number()) + id("1.2.392.1", "1234 5678 9018");
        var answer = machine.ask(machine.message("PRPA_IN201301UV02", patient(ids, "見本", "ミホン", birthday(), "")));
        assertThat(acknowledged(answer)).isEqualTo("CE");
        assertThat(answer.said()).noneMatch(text -> text.contains("9018"));
        assertThat(kept(machine)).isZero();
    }

    /// Nor anywhere else in what would be kept: in a comment, around the patient, in pieces that become one.
    @Test
    void anIndividualNumberIsRefusedWhereverItStands() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var good = patient(id(machine.oid(), number()), "見本", "ミホン", birthday(), "");
        var telecom = "tel:082-555-0123";
        for (var bad : List.of(
                "<!-- 123456789018 -->" + good,
                "<text>１２３４ ５６７８ ９０１８</text>" + good,
                "<authorOrPerformer typeCode=\"AUT\"><assignedPerson classCode=\"ASSIGNED\">"
                        + id("1.2.3", "1234-5678-9018") + "</assignedPerson></authorOrPerformer>" + good,
                good.replace(telecom, "tel:123456789018"),
                good.replace("見本", "1234<!-- -->56789018"),
                good.replace("見本", "1234\n   5678\t9018"),
                good.replace("見本", "&#49;23456789018"),
                good.replace("<city>架空市</city>", "<city>1234</city><precinct>56789018</precinct>"))) {
            var answer = machine.ask(machine.message("PRPA_IN201301UV02", bad));
            assertThat(acknowledged(answer)).as(bad).isEqualTo("CE");
            assertThat(details(answer)).containsExactly("102 /PRPA_IN201301UV02/controlActProcess/subject");
        }
        assertThat(kept(machine)).isZero();
        assertThat(acknowledged(machine.ask(
                        machine.message("PRPA_IN201301UV02", good.replace(telecom, "tel:+81-90-1234-5606")))))
                .as("a telephone number with a country's code, of twelve digits")
                .isEqualTo("CA");
    }

    /// Times to the minute have twelve digits too, and every eleventh the check digit.
    @Test
    void aTimeIsNoIndividualNumber() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var act = patient(id(machine.oid(), number()), "見本", "ミホン", LocalDate.of(1957, 12, 8), "")
                .replace("value=\"19571208\"", "value=\"" + minute("19571208") + "\"")
                .replaceFirst(
                        "<statusCode",
                        "<effectiveTime><low value=\"" + minute("20260402") + "\"/></effectiveTime><statusCode");
        var message = machine.message("PRPA_IN201301UV02", act)
                .replaceFirst("creationTime value=\"[0-9]*", "creationTime value=\"" + minute("20260403"))
                .replaceFirst("<id root=\"[^\"]*\"", "<id root=\"1.2.3.4\" extension=\"" + minute("20260404") + "\"");
        assertThat(acknowledged(machine.ask(message))).isEqualTo("CA");
        assertThat(kept(machine)).isEqualTo(1);
    }

    private static String minute(String day) {
        return IntStream.range(0, 24 * 60)
                .mapToObj(n -> day + "%02d%02d".formatted(n / 60, n % 60))
                .filter(MyNumber::looksLike)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void chartNumbersOfTwelveDigitsAreMergedWhateverTheirCheckDigits() throws Exception {
        var machine = new Machine(TransactionGroup.FEED);
        var born = birthday();
        sent(machine.facility, "123456789018", hanako(born));
        sent(machine.facility, "123456789123", hanako(born));
        assertThat(MyNumber.looksLike("123456789123")).isTrue();
        var resolved = machine.ask(machine.message(
                "PRPA_IN201304UV02",
                patient(
                        id(machine.oid(), "123456789018"),
                        "髙﨑",
                        "タカサキ",
                        born,
                        replacing(machine.oid(), "123456789123"))));
        assertThat(acknowledged(resolved)).isEqualTo("CA");
    }

    private int kept(Machine machine) {
        return opened(machine.facility).size();
    }
}
