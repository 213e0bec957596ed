package hmnet.exchange.iti47;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.Markup;
import hmnet.exchange.v3.Soaped;
import hmnet.ground.audit.Actor;
import hmnet.people.patients.MyNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// PDQ V3 queries as hospitals' systems send them.
class CandidatesQueryTest extends Soaped {
    private static final String PARAMETERS = "/PRPA_IN201305UV02/controlActProcess/queryByParameter/parameterList";

    private static String parameter(String name, String value) {
        return "<%1$s>%2$s<semanticsText>%1$s</semanticsText></%1$s>".formatted(name, value);
    }

    private static String born(LocalDate day) {
        return parameter(
                "livingSubjectBirthTime",
                "<value value=\"%s\"/>".formatted(day.toString().replace("-", "")));
    }

    private static String named(String family, String given) {
        return parameter(
                "livingSubjectName", "<value><family>%s</family><given>%s</given></value>".formatted(family, given));
    }

    /// The schema has the parameters in the order of their names.
    private static String query(Machine asking, String id, int most, String... parameters) {
        return asking.message("PRPA_IN201305UV02", """
                <queryByParameter>
                  <queryId root="1.2.3.4.5" extension="%s"/>
                  <statusCode code="new"/>
                  <responseModalityCode code="R"/>
                  <responsePriorityCode code="I"/>
                  %s
                  <parameterList>%s</parameterList>
                </queryByParameter>""".formatted(
                        id,
                        most == 0 ? "" : "<initialQuantity value=\"" + most + "\"/>",
                        String.join("\n", Stream.of(parameters).sorted().toList())));
    }

    private static Element found(Machine asking, String... parameters) throws Exception {
        return asking.ask(query(asking, UUID.randomUUID().toString(), 0, parameters));
    }

    private static String quantity(Element answer, String which) {
        return answer.find("controlActProcess/queryAck/result" + which + "Quantity", "value");
    }

    @Test
    void aPatientIsFoundInEverySpellingWithKanjiAndKana() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        sent(machine.facility, "00000042", hanako(born));
        for (var name :
                List.of(named("髙﨑", "花子"), named("高崎", "花子"), named("たかさき", "ﾊﾅｺ"), named("Takasaki", "Hanako"))) {
            assertThat(patients(found(machine, born(born), name))).as(name).hasSize(1);
        }
        var answer = found(machine, born(born), named("高崎", "花子"));
        assertThat(acknowledged(answer)).isEqualTo("AA");
        assertThat(outcome(answer)).isEqualTo("OK");
        assertThat(quantity(answer, "Total")).isEqualTo("1");
        var patient = patients(answer).getFirst();
        assertThat(numbers(patient)).containsExactly("00000042 of " + machine.oid());
        var person = patient.find("patientPerson").orElseThrow();
        assertThat(person.children("name"))
                .extracting(
                        name -> name.attribute("use"),
                        name -> name.find("family").map(Element::text).orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("IDE", "髙﨑"),
                        org.assertj.core.groups.Tuple.tuple("SYL", "タカサキ"));
        assertThat(person.find("administrativeGenderCode", "code")).isEqualTo("F");
        assertThat(person.find("birthTime", "value")).isEqualTo(born.toString().replace("-", ""));
        assertThat(person.find("telecom", "value")).isEqualTo("tel:082-555-0199");
        assertThat(patient.find("subjectOf1/queryMatchObservation/value", "value"))
                .isEqualTo("100");
    }

    @Test
    void eachParameterNarrows() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        sent(machine.facility, number(), hanako(born));
        for (var fits : List.of(
                parameter("livingSubjectAdministrativeGender", "<value code=\"F\"/>"),
                parameter("patientTelecom", "<value value=\"tel:0825550199\"/>"),
                parameter(
                        "patientAddress",
                        "<value><city>架空市</city><streetAddressLine>青葉町３－４－５</streetAddressLine></value>"),
                parameter("livingSubjectName", "<value use=\"SRCH\"><family>タカ</family></value>"),
                parameter("livingSubjectName", "<value><family>髙*</family></value>"),
                parameter("livingSubjectName", "<value>髙﨑花子</value>"),
                parameter(
                        "livingSubjectName",
                        "<value use=\"IDE\"><family>無い</family></value><value use=\"SYL\"><family>タカサキ</family></value>"))) {
            assertThat(outcome(found(machine, born(born), fits))).as(fits).isEqualTo("OK");
        }
        for (var misses : List.of(
                parameter("livingSubjectAdministrativeGender", "<value code=\"M\"/>"),
                parameter("patientTelecom", "<value value=\"tel:0825550000\"/>"),
                parameter("patientAddress", "<value><city>絵空市</city></value>"),
                named("タカ", "花子"))) {
            assertThat(outcome(found(machine, born(born), misses))).as(misses).isEqualTo("NF");
        }
    }

    @Test
    void aNumberLeadsToItsPatientAndADomainAskedForNarrowsTheNumbers() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var there = hospital();
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        tied(machine.facility, "11", hanako(born), person);
        tied(there, "22", hanako(born), person);
        var number = parameter("livingSubjectId", "<value root=\"%s\" extension=\"11\"/>".formatted(machine.oid()));
        assertThat(numbers(patients(found(machine, number)).getFirst())).hasSize(2);
        var oid = domains.of(there).oid();
        var wanted = parameter("otherIDsScopingOrganization", "<value root=\"%s\"/>".formatted(oid));
        assertThat(numbers(patients(found(machine, number, wanted)).getFirst())).containsExactly("22 of " + oid);
        var unknown = parameter("otherIDsScopingOrganization", "<value root=\"1.2.3\"/>");
        assertThat(details(found(machine, number, unknown)))
                .containsExactly("204 " + PARAMETERS + "/otherIDsScopingOrganization[1]/value/@root");
    }

    @Test
    void whatIsNotSearchedByIsRefusedRatherThanLeftOut() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        for (var parameter : List.of(
                parameter("mothersMaidenName", "<value><family>見本</family></value>"),
                parameter("livingSubjectBirthTime", "<value value=\"1957\"/>"),
                parameter("livingSubjectName", "<value><family>髙﨑</family></value>"),
                parameter("livingSubjectName", "<value><family>髙﨑</family><suffix>II</suffix></value>"))) {
            var answer = found(machine, parameter);
            assertThat(acknowledged(answer)).as(parameter).isEqualTo("AE");
            assertThat(outcome(answer)).as(parameter).isEqualTo("QE");
        }
    }

    @Test
    void pagesFollowUntilTheEndOrUntilTheyAreCancelled() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        for (var n = 0; n < 5; n++) {
            sent(machine.facility, number(), named("見本", "ベビー", "ミホン", "ベビー", born));
        }
        var first = machine.ask(query(machine, "pages", 2, born(born)));
        assertThat(quantity(first, "Total") + quantity(first, "Current") + quantity(first, "Remaining"))
                .isEqualTo("523");
        var seen = new ArrayList<>(
                patients(first).stream().flatMap(one -> numbers(one).stream()).toList());
        var second = more(machine, "pages", "");
        patients(second).forEach(one -> seen.addAll(numbers(one)));
        assertThat(quantity(second, "Remaining")).isEqualTo("1");
        var third = more(machine, "pages", "<startResultNumber value=\"5\"/><continuationQuantity value=\"2\"/>");
        patients(third).forEach(one -> seen.addAll(numbers(one)));
        assertThat(quantity(third, "Remaining")).isEqualTo("0");
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(details(more(machine, "pages", "")))
                .as("at its end")
                .singleElement()
                .asString()
                .startsWith("204 ");
        machine.ask(query(machine, "again", 2, born(born)));
        assertThat(quantity(machine.ask(query(machine, "again", 4, born(born))), "Remaining"))
                .isEqualTo("1");
        assertThat(patients(more(machine, "again", "")))
                .as("of the newer question")
                .hasSize(1);
        machine.ask(query(machine, "unwanted", 2, born(born)));
        var cancelled =
                machine.ask(machine.message("QUQI_IN000003UV01_Cancel", continuation("unwanted", "aborted", "")));
        assertThat(cancelled.local()).isEqualTo("MCCI_IN000002UV01");
        assertThat(acknowledged(cancelled)).isEqualTo("CA");
        assertThat(acknowledged(more(machine, "unwanted", ""))).isEqualTo("AE");
        machine.ask(query(machine, "others", 2, born(born)));
        assertThat(acknowledged(more(new Machine(TransactionGroup.PDQ), "others", "")))
                .as("another hospital's")
                .isEqualTo("AE");
    }

    /// Whose card was read has no number here, and is somebody all the same.
    @Test
    void peopleWithoutANumberStandEachOnAPage() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        for (var given : List.of("一子", "二子", "三子")) {
            cardRead(machine.facility, registered(named("見本", given, "ミホン", "", born), ConsentChoice.NOTHING));
        }
        var seen = new ArrayList<String>();
        var answer = machine.ask(query(machine, "cards", 1, born(born)));
        for (var page = 0; page < 3; page++) {
            patients(answer)
                    .forEach(one -> seen.add(one.find("patientPerson/name/given")
                            .map(Element::text)
                            .orElse("")));
            assertThat(quantity(answer, "Remaining")).isEqualTo(String.valueOf(2 - page));
            answer = page < 2 ? more(machine, "cards", "") : answer;
        }
        assertThat(seen).containsExactlyInAnyOrder("一子", "二子", "三子");
    }

    @Test
    void aWrongPlaceToGoOnFromIsRefusedAndTheQueryGoesOn() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        for (var n = 0; n < 3; n++) {
            sent(machine.facility, number(), named("見本", "ベビー", "ミホン", "ベビー", born));
        }
        machine.ask(query(machine, "place", 1, born(born)));
        assertThat(details(more(machine, "place", "<startResultNumber value=\"9\"/>")))
                .singleElement()
                .asString()
                .startsWith("204 ");
        assertThat(quantity(more(machine, "place", ""), "Remaining")).isEqualTo("1");
    }

    @Test
    void aVeryLongQueryIsAnsweredAtOnceOrNotAtAll() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        var names = parameter("livingSubjectName", "<value><family>髙﨑</family></value>".repeat(500));
        assertThat(details(machine.ask(query(machine, "long", 1, born(born), names))))
                .containsExactly("102 /PRPA_IN201305UV02/controlActProcess/queryByParameter/initialQuantity");
        assertThat(outcome(machine.ask(query(machine, "long", 0, born(born), names))))
                .isEqualTo("NF");
    }

    private static String continuation(String id, String status, String more) {
        return """
                <queryContinuation>
                  <queryId root="1.2.3.4.5" extension="%s"/>
                  %s
                  <statusCode code="%s"/>
                </queryContinuation>""".formatted(id, more, status);
    }

    private static Element more(Machine machine, String id, String more) throws Exception {
        return machine.ask(
                "urn:hl7-org:v3:QUQI_IN000003UV01_Continue",
                machine.message("QUQI_IN000003UV01", continuation(id, "waitContinuedQueryResponse", more)));
    }

    @Test
    void aStrangersAndAProtectedPersonAreTheSameAnswerAsNobody() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        tied(hospital(), "1", hanako(born), registered(hanako(born), ConsentChoice.EVERYTHING));
        var hidden = birthday();
        var protectedOne = registered(hanako(hidden), ConsentChoice.EVERYTHING);
        tied(machine.facility, "2", hanako(hidden), protectedOne);
        matchExclusions.leave(protectedOne, "protected", Actor.staff(1));
        var nobody = said(machine, birthday());
        assertThat(said(machine, born)).isEqualTo(nobody);
        assertThat(said(machine, hidden)).isEqualTo(nobody);
    }

    /// The whole answer, but for what is new in each: ids, times, and the day that was asked for.
    private static String said(Machine machine, LocalDate born) throws Exception {
        return Markup.text(machine.ask(query(machine, "same", 2, born(born))))
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("creationTime value=\"\\d+\"", "TIME")
                .replace(born.toString().replace("-", ""), "BORN");
    }

    @Test
    void whoHasNoRightIsTurnedAwayFromEveryStep() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        assertThat(acknowledged(found(machine, born(birthday())))).isEqualTo("AR");
        assertThat(acknowledged(more(machine, "x", ""))).isEqualTo("AR");
        var cancel = machine.message("QUQI_IN000003UV01_Cancel", continuation("x", "aborted", ""));
        assertThat(acknowledged(machine.ask(cancel))).isEqualTo("CR");
    }

    @Test
    void anIndividualNumberIsNeitherTakenNorSaidBack() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var answer = found(
                machine,
                born(birthday()),
                parameter(
                        "livingSubjectId", "<value root=\"%s\" extension=\"123456789018\"/>".formatted(machine.oid())));
        assertThat(acknowledged(answer)).isEqualTo("AE");
        assertThat(answer.said()).noneMatch(text -> text.contains("123456789018"));
    }

    /// Also where the query is wrong for another reason; that it was asked stands in the log.
    @Test
    void anIndividualNumberInAWrongQueryIsNotSaidBackEither() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var name = "<value><family>123456789018</family></value>";
        for (var wrong : List.of(
                found(machine, parameter("mothersMaidenName", name)),
                found(
                        machine,
                        parameter("livingSubjectName", name),
                        parameter("otherIDsScopingOrganization", "<value root=\"1.2.3\"/>")),
                machine.ask(query(machine, "x", 0, parameter("livingSubjectName", name))
                        .replaceFirst("<queryId[^>]*>", "")),
                machine.ask(query(machine, "x", 0, parameter("livingSubjectName", name))
                        .replace("PriorityCode code=\"I\"", "PriorityCode code=\"D\"")))) {
            assertThat(outcome(wrong)).isEqualTo("QE");
            assertThat(details(wrong)).containsExactly("102 " + PARAMETERS);
            assertThat(wrong.said()).noneMatch(text -> text.contains("123456789018"));
        }
        assertThat(refusals(machine)).hasSize(4).allMatch(event -> event.contains("individual number"));
        found(machine, born(birthday()), parameter("mothersMaidenName", "<value><family>見本</family></value>"));
        assertThat(refusals(machine).getLast()).contains("wrong parameter", "mothersMaidenName=見本");
        assertThat(refusals(machine)).noneMatch(event -> event.contains("123456789018"));
    }

    private List<String> refusals(Machine machine) {
        return logged("query-refused", "\"facility\":" + machine.facility.value() + ",");
    }

    /// Every eleventh minute has the check digit of an individual number.
    @Test
    void aBirthTimeToTheMinuteIsNoIndividualNumber() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var time = "19571208" + minute("19571208");
        assertThat(outcome(
                        found(machine, parameter("livingSubjectBirthTime", "<value value=\"%s\"/>".formatted(time)))))
                .isEqualTo("NF");
        assertThat(refusals(machine)).isEmpty();
    }

    private static String minute(String day) {
        return IntStream.range(0, 60)
                .mapToObj("12%02d"::formatted)
                .filter(time -> MyNumber.looksLike(day + time))
                .findFirst()
                .orElseThrow();
    }
}
