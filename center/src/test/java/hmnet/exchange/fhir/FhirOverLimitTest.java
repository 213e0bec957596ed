package hmnet.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.people.patients.PersonId;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;

/// A machine that was told of as many people as it may be, over FHIR (照会の上限; ITI-78, ITI-83, ITI-119).
class FhirOverLimitTest extends FhirCounter {
    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3600");
        var issue = FHIR.newJsonParser()
                .parseResource(OperationOutcome.class, answer.body())
                .getIssueFirstRep();
        assertThat(issue.getCode()).isEqualTo(IssueType.THROTTLED);
        assertThat(issue.getDiagnostics()).contains("Ask again later");
    }

    private HttpResponse<String> asked(Machine machine, String path) throws Exception {
        return machine.http(to(path).header("Accept", "application/fhir+json").GET());
    }

    private PersonId patient(Machine machine, String number, LocalDate born) {
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        keyed(tied(machine.facility, number, hanako(born), person));
        tied(hospital(), number(), hanako(born), person);
        return person;
    }

    private String idOf(Machine machine, LocalDate born) throws Exception {
        var found = asked(machine, "/Patient?birthdate=" + born).body();
        return FHIR.newJsonParser()
                .parseResource(Bundle.class, found)
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }

    @Test
    void aSearchTellsNobodyNewAndNotThatThereIsNobody() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        var person = patient(machine, "1", born);
        var told = birthday();
        patient(machine, "2", told);
        var id = idOf(machine, told);
        toldOfAsManyAsItMay(machine.facility);
        assertRefused(asked(machine, "/Patient?birthdate=" + born));
        assertRefused(asked(machine, "/Patient?birthdate=" + birthday()));
        assertThat(asked(machine, "/Patient/" + id).statusCode())
                .as("told of within the day")
                .isEqualTo(200);
        assertThat(asked(person)).isEmpty();
        assertStopped(machine.facility, "ITI-78", 2);
    }

    /// Not "no such patient": that would be untrue of somebody who is there.
    @Test
    void whoIsReadByIdIsNotCalledUnknown() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        patient(machine, "1", born);
        var id = idOf(machine, born);
        db.sql("delete from person_told where facility = ?")
                .param(machine.facility.value())
                .update();
        toldOfAsManyAsItMay(machine.facility);
        assertRefused(asked(machine, "/Patient/" + id));
        assertRefused(asked(machine, "/Patient?_id=" + id));
        assertStopped(machine.facility, "ITI-78", 2);
    }

    @Test
    void pixTellsNobodyNewAndNotThatThereIsNobody() throws Exception {
        var machine = new Machine(TransactionGroup.PIX);
        var person = patient(machine, "1", birthday());
        toldOfAsManyAsItMay(machine.facility);
        for (var number : new String[] {"1", "no-such-number"}) {
            var source = URLEncoder.encode(machine.system() + "|" + number, StandardCharsets.UTF_8);
            assertRefused(asked(machine, "/Patient/$ihe-pix?sourceIdentifier=" + source));
        }
        assertThat(asked(person)).isEmpty();
        assertStopped(machine.facility, "ITI-83", 2);
    }

    @Test
    void aMatchTellsNobodyNewAndNotThatThereIsNobody() throws Exception {
        var machine = new Machine(TransactionGroup.PDQ);
        var born = birthday();
        var person = patient(machine, "1", born);
        toldOfAsManyAsItMay(machine.facility);
        for (var day : new LocalDate[] {born, birthday()}) {
            assertRefused(machine.http(to("/Patient/$match")
                    .header("Content-Type", "application/fhir+json")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"resourceType":"Patient","name":[{"family":"髙﨑","given":["花子"]}],"gender":"female",
                             "birthDate":"%s"}""".formatted(day)))));
        }
        assertThat(asked(person)).isEmpty();
        assertStopped(machine.facility, "ITI-119", 2);
    }
}
