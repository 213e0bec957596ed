package hmnet.exchange.v3;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// A machine that was told of as many people as it may be, over SOAP (照会の上限; ITI-45, ITI-47).
class SoapOverLimitTest extends Soaped {
    private static final String QUERY = """
            <queryByParameter>
              <queryId root="1.2.3.4" extension="17"/>
              <statusCode code="new"/>
              <responsePriorityCode code="I"/>
              <parameterList>%s</parameterList>
            </queryByParameter>""";

    private Element pix(Machine asking, String number) throws Exception {
        return asking.ask(asking.message("PRPA_IN201309UV02", QUERY.formatted("""
                <patientIdentifier>
                  <value root="%s" extension="%s"/>
                  <semanticsText>Patient.id</semanticsText>
                </patientIdentifier>""".formatted(asking.oid(), number))));
    }

    private Element pdq(Machine asking, LocalDate born) throws Exception {
        return asking.ask(asking.message(
                "PRPA_IN201305UV02",
                QUERY.replace("<responsePriorityCode", "<responseModalityCode code=\"R\"/><responsePriorityCode")
                        .formatted("""
                <livingSubjectBirthTime>
                  <value value="%s"/>
                  <semanticsText>livingSubjectBirthTime</semanticsText>
                </livingSubjectBirthTime>""".formatted(born.toString().replace("-", "")))));
    }

    private static void assertRefused(Element answer, String place) {
        assertThat(acknowledged(answer)).isEqualTo("AE");
        assertThat(outcome(answer)).isEqualTo("AE");
        assertThat(details(answer))
                .singleElement()
                .asString()
                .startsWith("207 ")
                .endsWith(place);
        assertThat(answer.find("acknowledgement/acknowledgementDetail/text")
                        .map(Element::text)
                        .orElse(""))
                .contains("Ask again later");
        assertThat(patients(answer)).isEmpty();
    }

    private PersonId patient(Machine machine, LocalDate born) {
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        tied(machine.facility, "1", hanako(born), person);
        tied(hospital(), "2", hanako(born), person);
        return person;
    }

    @Test
    void pixTellsNobodyNewAndNotThatThereIsNobody() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        var person = patient(machine, birthday());
        toldOfAsManyAsItMay(machine.facility);
        assertRefused(pix(machine, "1"), "/patientIdentifier");
        assertRefused(pix(machine, "no-such-number"), "/patientIdentifier");
        assertThat(asked(person)).isEmpty();
        assertStopped(machine.facility, "ITI-45", 2);
    }

    @Test
    void pdqTellsNobodyNewAndNotThatThereIsNobody() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        var person = patient(machine, born);
        toldOfAsManyAsItMay(machine.facility);
        assertRefused(pdq(machine, born), "/parameterList");
        assertRefused(pdq(machine, birthday()), "/parameterList");
        assertThat(asked(person)).isEmpty();
        assertStopped(machine.facility, "ITI-47", 2);
    }
}
