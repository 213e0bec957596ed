package hmnet.exchange.v3;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.formats.model.chart.Demographics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;

/// HL7 V3 messages that others wrote, sent as they are: a hospital registers the object identifiers its
/// product sends under, and its numbers are put in the place of theirs.
@EnabledIfEnvironmentVariable(named = "HMNET_SHARED", matches = ".+", disabledReason = "the shared folder is absent")
class ForeignDocumentsTest extends Soaped {
    private static final Path SAMPLES = Path.of("samples/ihe-ipf/ihe/hl7v3/src/test/resources/translation");
    private static final String DOMAIN = "1.3.6.1.4.1.21367.2005.1.1";
    private static final Set<String> QUESTIONS = Set.of(
            "PRPA_IN201301UV02", "PRPA_IN201302UV02", "PRPA_IN201304UV02", "PRPA_IN201305UV02", "PRPA_IN201309UV02");

    @Autowired
    SenderNames names;

    private Path samples;

    @BeforeEach
    void samples() {
        samples = Path.of(System.getenv("HMNET_SHARED")).resolve(SAMPLES);
        Assumptions.assumeTrue(Files.exists(samples), "the shared folder is absent");
    }

    private Machine machine(TransactionGroup... errands) {
        var machine = new Machine(errands);
        List.of("1.2.840.114350.1.13.99998.8734", "1.2.840.114350.1.13.99998.8735", "1.2.840.114350.1.13.99998")
                .forEach(oid -> names.register(machine.facility, "", oid));
        return machine;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file)
                .replaceFirst("^\\s*<\\?xml[^>]*\\?>\\s*", "")
                .strip();
    }

    private Element sent(Machine machine, String file, String... changes) throws Exception {
        var text = text(samples.resolve(file));
        for (var n = 0; n < changes.length; n += 2) {
            text = text.replace(changes[n], changes[n + 1]);
        }
        return machine.ask(text);
    }

    @Test
    void numbersAreAskedForInOthersWords() throws Exception {
        var machine = machine(TransactionGroup.PIX);
        var file = "pixquery/v3/NistPixpdq_Mesa10501-04_Example_01.xml";
        assertThat(details(sent(machine, file)))
                .singleElement()
                .asString()
                .startsWith("204 ")
                .endsWith("@root");
        sent(machine.facility, "PIX10501", hanako(birthday()));
        var known = sent(machine, file, DOMAIN, machine.oid(), "1.3.6.1.4.1.21367.2005.1.2", machine.oid());
        assertThat(outcome(known)).isEqualTo("NF");
        var unknown = "pixquery/v3/NistPixpdq_Mesa10502-03~UnknownId_Example_01.xml";
        assertThat(acknowledged(sent(machine, unknown))).isEqualTo("AE");
    }

    @Test
    void theNumberElsewhereIsToldToAQueryOfOthers() throws Exception {
        var machine = machine(TransactionGroup.PIX);
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var there = hospital();
        var number = number();
        tied(machine.facility, "PIX10501", hanako(born), person);
        tied(there, number, hanako(born), person);
        var told = sent(
                machine,
                "pixquery/v3/NistPixpdq_Mesa10501-04_Example_01.xml",
                DOMAIN,
                machine.oid(),
                "1.3.6.1.4.1.21367.2005.1.2",
                domains.of(there).oid());
        assertThat(acknowledged(told)).isEqualTo("AA");
        assertThat(outcome(told)).isEqualTo("OK");
        assertThat(numbers(patients(told).getFirst()))
                .containsExactly(number + " of " + domains.of(there).oid());
    }

    @Test
    void whomAQueryOfOthersDescribesIsFound() throws Exception {
        var machine = machine(TransactionGroup.PDQ);
        var number = number();
        sent(
                machine.facility,
                number,
                new Demographics(
                        "Heidi",
                        "MARY",
                        "",
                        "",
                        LocalDate.of(1940, 1, 1),
                        "female",
                        "",
                        "Some City 3443 North Arctic Avenue",
                        "",
                        null));
        var found = sent(machine, "pdq/v3/PDQ.xml", "1.3.6.1.4.1.21367.2005.1.2", machine.oid());
        assertThat(acknowledged(found)).isEqualTo("AA");
        assertThat(outcome(found)).isEqualTo("OK");
        assertThat(numbers(patients(found).getFirst())).containsExactly(number + " of " + machine.oid());
    }

    @Test
    void peopleAreAskedForInOthersWords() throws Exception {
        var machine = machine(TransactionGroup.PDQ);
        for (var file : List.of("pdq/v3/PDQ.xml", "pdq/v3/PDQ_Maximal_Query.xml")) {
            assertThat(details(sent(machine, file)))
                    .as(file)
                    .singleElement()
                    .asString()
                    .startsWith("204 ");
            var nobody = sent(machine, file, "root=\"1.3.6.1.4.1.21367.2005.1.2\"", "nullFlavor=\"NI\"");
            assertThat(acknowledged(nobody)).as(file).isEqualTo("AA");
            assertThat(outcome(nobody)).as(file).isEqualTo("NF");
        }
    }

    @Test
    void aFeedWithNumbersOfManyIsTakenForTheSendersOwn() throws Exception {
        var machine = machine(TransactionGroup.FEED);
        var file = "pixfeed/v3/PIX_FEED_REV_Maximal_Request.xml";
        assertThat(details(sent(machine, file))).singleElement().asString().startsWith("204 ");
        assertThat(acknowledged(sent(machine, file, DOMAIN, machine.oid()))).isEqualTo("CA");
        settle(machine.facility);
        assertThat(patients.shown(machine.facility, "PIX10515W3")).isPresent();
        var merge = sent(
                machine,
                "pixfeed/v3/PIX_FEED_MERGE_Maximal_Request.xml",
                "1.2.3.4.5.1000",
                machine.oid(),
                "1.2.3.4.666",
                machine.oid());
        assertThat(acknowledged(merge)).isEqualTo("CA");
    }

    /// A question is acknowledged, whatever is wrong with it; an answer is none, and a fault says so.
    @Test
    void everyQuestionOfTheSamplesIsAcknowledgedAndNoAnswerIsTakenForOne() throws Exception {
        var machine = machine(TransactionGroup.FEED, TransactionGroup.PIX, TransactionGroup.PDQ);
        var questions = 0;
        for (var file : all()) {
            var text = text(file);
            var action = text.replaceFirst("(?s)^<(?:\\w+:)?(\\w+).*", "urn:hl7-org:v3:$1");
            var answer = machine.post(envelope(action, text));
            var said = SoapEnvelope.message(answer.body().getBytes(StandardCharsets.UTF_8));
            if (QUESTIONS.contains(action.substring("urn:hl7-org:v3:".length()))) {
                questions++;
                assertThat(answer.statusCode()).as(file + answer.body()).isEqualTo(200);
                assertThat(acknowledged(said)).as(file.toString()).matches("[AC][AER]");
                assertThat(said.find("acknowledgement/targetMessage/id", "root"))
                        .as(file.toString())
                        .isEqualTo(V3XmlReader.read(text).root().find("id", "root"));
            } else {
                assertThat(answer.statusCode()).as(file + answer.body()).isEqualTo(400);
                assertThat(said.local()).isEqualTo("Fault");
            }
        }
        assertThat(questions).isGreaterThanOrEqualTo(10);
    }

    private List<Path> all() throws IOException {
        try (var files = Files.walk(samples)) {
            return files.filter(file ->
                            file.toString().contains("/v3/") && file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
