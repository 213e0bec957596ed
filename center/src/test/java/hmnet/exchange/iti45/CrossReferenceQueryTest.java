package hmnet.exchange.iti45;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.Soaped;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import org.junit.jupiter.api.Test;

/// PIX V3 queries as hospitals' systems send them, case by case of the profile.
class CrossReferenceQueryTest extends Soaped {
    private static final String PARAMETERS = "/PRPA_IN201309UV02/controlActProcess/queryByParameter/parameterList";

    private static String query(Machine asking, String root, String number, String... wanted) {
        var sources = new StringBuilder();
        for (var oid : wanted) {
            sources.append("""
                    <dataSource><value root="%s"/><semanticsText>DataSource.id</semanticsText></dataSource>
                    """.formatted(oid));
        }
        return asking.message("PRPA_IN201309UV02", """
                <queryByParameter>
                  <queryId root="1.2.3.4" extension="17"/>
                  <statusCode code="new"/>
                  <responsePriorityCode code="I"/>
                  <parameterList>
                    %s
                    <patientIdentifier>
                      <value root="%s" extension="%s"/>
                      <semanticsText>Patient.id</semanticsText>
                    </patientIdentifier>
                  </parameterList>
                </queryByParameter>""".formatted(sources, root, number));
    }

    private record Pair(Machine here, String number, FacilityId there, String other) {}

    /// One human with a number at two hospitals, both tied.
    private Pair pair(ConsentChoice choice) {
        var born = birthday();
        var person = registered(hanako(born), choice);
        var pair = new Pair(new Machine(TransactionGroup.PIX), number(), hospital(), number());
        tied(pair.here().facility, pair.number(), hanako(born), person);
        tied(pair.there(), pair.other(), hanako(born), person);
        return pair;
    }

    private String oid(FacilityId facility) {
        return domains.of(facility).oid();
    }

    @Test
    void aNumberHereIsAnsweredWithTheNumberThere() throws Exception {
        var pair = pair(ConsentChoice.EVERYTHING);
        var here = pair.here();
        var answer = here.ask(query(here, here.oid(), pair.number(), oid(pair.there())));
        assertThat(answer.local()).isEqualTo("PRPA_IN201310UV02");
        assertThat(acknowledged(answer)).isEqualTo("AA");
        assertThat(outcome(answer)).isEqualTo("OK");
        assertThat(answer.find("receiver/device/id", "root")).isEqualTo(here.oid());
        assertThat(answer.find("sender/device/id", "root")).isEqualTo(domains.centre());
        assertThat(answer.find("controlActProcess/queryAck/queryId", "extension"))
                .isEqualTo("17");
        assertThat(patients(answer))
                .singleElement()
                .satisfies(patient ->
                        assertThat(numbers(patient)).containsExactly(pair.other() + " of " + oid(pair.there())));
        assertThat(answer.find("controlActProcess/queryByParameter/parameterList/patientIdentifier/value", "extension"))
                .as("the query said back")
                .isEqualTo(pair.number());
    }

    @Test
    void withoutAConsentThereIsNobodyElse() throws Exception {
        var pair = pair(ConsentChoice.EVERYTHING_BUT_SENSITIVE);
        var answer = pair.here().ask(query(pair.here(), pair.here().oid(), pair.number()));
        assertThat(acknowledged(answer)).isEqualTo("AA");
        assertThat(outcome(answer)).isEqualTo("NF");
        assertThat(patients(answer)).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsNamedByItsPath() throws Exception {
        var pair = pair(ConsentChoice.EVERYTHING);
        var here = pair.here();
        var number = here.ask(query(here, here.oid(), "no such number"));
        assertThat(acknowledged(number)).isEqualTo("AE");
        assertThat(outcome(number)).isEqualTo("AE");
        assertThat(details(number)).containsExactly("204 " + PARAMETERS + "/patientIdentifier/value/@extension");
        var source = here.ask(query(here, "1.2.3.4", pair.number()));
        assertThat(details(source)).containsExactly("204 " + PARAMETERS + "/patientIdentifier/value/@root");
        var targets = here.ask(query(here, here.oid(), pair.number(), "1.2.3", oid(pair.there()), "1.2.4"));
        assertThat(details(targets))
                .containsExactly(
                        "204 " + PARAMETERS + "/dataSource[1]/value/@root",
                        "204 " + PARAMETERS + "/dataSource[3]/value/@root");
        assertThat(patients(targets)).isEmpty();
        var regional = here.ask(query(here, domains.regional().oid(), "1"));
        assertThat(details(regional)).as("not a hospital's business").isEqualTo(details(source));
    }

    @Test
    void aQueryWithoutItsNumberIsABadParameter() throws Exception {
        var here = new Machine(TransactionGroup.PIX);
        var answer = here.ask(query(here, here.oid(), "x").replace(" extension=\"x\"", ""));
        assertThat(acknowledged(answer)).isEqualTo("AE");
        assertThat(outcome(answer)).isEqualTo("QE");
    }

    @Test
    void whoHasNoRightOrSpeaksInAnothersNameIsTurnedAway() throws Exception {
        var pair = pair(ConsentChoice.EVERYTHING);
        var without = new Machine(TransactionGroup.PDQ);
        var refused = without.ask(query(without, pair.here().oid(), pair.number()));
        assertThat(acknowledged(refused)).isEqualTo("AR");
        assertThat(patients(refused)).isEmpty();
        var borrowed = pair.here().ask(query(without, pair.here().oid(), pair.number()));
        assertThat(acknowledged(borrowed)).isEqualTo("AR");
        assertThat(details(borrowed)).containsExactly("103 /PRPA_IN201309UV02/sender/device/id/@root");
        assertThat(patients(borrowed)).isEmpty();
    }

    /// Protected: the same words as for a number nobody has.
    @Test
    void aProtectedPersonIsUnknown() throws Exception {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var here = new Machine(TransactionGroup.PIX);
        var number = number();
        tied(here.facility, number, hanako(born), person);
        matchExclusions.leave(person, "protected", Actor.staff(1));
        assertThat(said(here, number)).isEqualTo(said(here, "0"));
    }

    private String said(Machine here, String number) throws Exception {
        var answer = here.ask(query(here, here.oid(), number));
        return acknowledged(answer)
                + outcome(answer)
                + details(answer)
                + patients(answer).size();
    }

    @Test
    void anIndividualNumberIsNeitherTakenNorSaidBackNorKept() throws Exception {
        var here = new Machine(TransactionGroup.PIX);
        var answer = here.ask(query(here, here.oid(), "1234-5678-9018"));
        assertThat(acknowledged(answer)).isEqualTo("AE");
        assertThat(answer.said()).noneMatch(text -> text.contains("9018"));
        assertThat(logged("5678-9018", "\"facility\":" + here.facility.value() + ","))
                .isEmpty();
    }

    @Test
    void theQuestionStandsInTheLogOfThePersonToldOf() throws Exception {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var here = new Machine(TransactionGroup.PIX);
        tied(here.facility, "11", hanako(born), person);
        Element answer = here.ask(query(here, here.oid(), "11"));
        assertThat(outcome(answer)).isEqualTo("NF");
        assertThat(asked(person))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.get("event")).contains("ITI-45", "facility:" + here.facility.value()));
    }
}
