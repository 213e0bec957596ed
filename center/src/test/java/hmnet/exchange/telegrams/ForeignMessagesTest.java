package hmnet.exchange.telegrams;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.FacilityId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;

/// Messages that others wrote, sent as they are: a hospital registers the names its product sends under, and its
/// numbers are put in the place of theirs.
@EnabledIfEnvironmentVariable(named = "HMNET_SHARED", matches = ".+", disabledReason = "the shared folder is absent")
class ForeignMessagesTest extends Exchanged {
    private static final Path MESSAGES = Path.of("samples/ihe-ipf/ihe/hl7v3/src/test/resources/translation");

    @Autowired
    SenderNames names;

    private Path shared;

    @BeforeEach
    void samples() {
        shared = Path.of(System.getenv("HMNET_SHARED"));
        Assumptions.assumeTrue(Files.exists(shared.resolve(MESSAGES)), "the shared folder is absent");
    }

    private FacilityId named(TransactionGroup transactionGroup, String application, String name) {
        var hospital = hospitalFor(transactionGroup);
        names.register(hospital, application, name);
        return hospital;
    }

    private Message sent(FacilityId hospital, Path file, String... changes) throws Exception {
        var text = Files.readString(shared.resolve(file), StandardCharsets.ISO_8859_1);
        for (var n = 0; n < changes.length; n += 2) {
            text = text.replace(changes[n], changes[n + 1]);
        }
        try (var line = call(hospital)) {
            return line.ask(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void registrationsAreTakenOnceTheirNumbersAreTheSenders() throws Exception {
        var hospital = named(TransactionGroup.FEED, "ICW_MPI", "ICW");
        var own = domains.of(hospital).namespace();
        for (var name : List.of("A04.hl7", "A01_with_BR.hl7", "A40.hl7")) {
            var file = MESSAGES.resolve("pixsource/v2").resolve(name);
            var refused = sent(hospital, file);
            assertThat(line(refused, "MSA")).as(name).startsWith("MSA|AE|");
            assertThat(line(refused, "ERR")).contains("|204^");
            var taken = sent(
                    hospital,
                    file,
                    "MPI&2.16.840.1.113883.3.37.4.1.1.2.1.1&ISO",
                    own,
                    "130&2.16.840.1.113883.3.37.4.1.1.2.1.1&ISO",
                    own);
            assertThat(line(taken, "MSA")).as(name).startsWith("MSA|AA|");
        }
        assertThat(line(sent(hospital, MESSAGES.resolve("pixsource/v2/A10.hl7")), "ERR"))
                .as("not an event of a feed")
                .contains("|201^");
        settle(hospital);
        assertThat(patients.shown(hospital, "305090")).isPresent();
    }

    @Test
    void aFeedWithNumbersOfManyIsTakenForTheSendersOwn() throws Exception {
        var hospital = named(TransactionGroup.FEED, "", "unknown");
        var file = MESSAGES.resolve("pixfeed/v2/PIX_FEED_REG_Maximal_Request.hl7");
        assertThat(line(sent(hospital, file), "ERR")).contains("|204^");
        var own = domains.of(hospital).namespace();
        assertThat(line(sent(hospital, file, "HIMSS2005&1.3.6.1.4.1.21367.2005.1.1&ISO", own), "MSA"))
                .startsWith("MSA|AA|345@");
    }

    @Test
    void demographicQueriesAreAnsweredInTheWordsOfTheProfile() throws Exception {
        var hospital = named(TransactionGroup.PDQ, "", "unknown");
        var maximal = MESSAGES.resolve("pdq/v2/PDQ_Maximal_Query.hl7");
        var unknown = sent(hospital, maximal);
        assertThat(unknown.type()).isEqualTo("RSP^K22");
        assertThat(line(unknown, "ERR")).startsWith("ERR||QPD^1^8^1|204^");
        var nobody = sent(hospital, maximal, "^^^&1.3.6.1.4.1.21367.2005.1.2&ISO", "");
        assertThat(line(nobody, "QAK")).isEqualTo("QAK|18204@1.2.840.114350.1.13.28.1.18.5.999|NF");
        assertThat(line(nobody, "QPD")).contains("@PID.5.1^Heidi~@PID.5.2^MARY~@PID.7^19400101");
        var byAccount = sent(hospital, MESSAGES.resolve("pdq/v2/PDQ_ID_Query.hl7"));
        assertThat(line(byAccount, "MSA")).as("two numbers, and an account").startsWith("MSA|AE|");
    }

    @Test
    void whomADemographicQueryOfOthersDescribesIsFound() throws Exception {
        var hospital = named(TransactionGroup.PDQ, "", "unknown");
        var number = number();
        sent(
                hospital,
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
        var found = sent(
                hospital,
                MESSAGES.resolve("pdq/v2/PDQ_Maximal_Query.hl7"),
                "^^^&1.3.6.1.4.1.21367.2005.1.2&ISO",
                "^^^" + giver(hospital));
        assertThat(line(found, "MSA")).startsWith("MSA|AA|");
        assertThat(line(found, "QAK")).startsWith("QAK|18204@1.2.840.114350.1.13.28.1.18.5.999|OK");
        assertThat(line(found, "PID"))
                .startsWith("PID|1||" + number + "^^^" + giver(hospital) + "^PI||Heidi^MARY^")
                .contains("||19400101|F|");
    }

    /// The samples hold answers to PIX queries only; each repeats the question that it answers.
    @Test
    void theNumberElsewhereIsToldToAPixQueryOfOthers() throws Exception {
        var hospital = named(TransactionGroup.PIX, "MESA_PIX_CLIENT", "MESA_DEPARTMENT");
        var there = hospital();
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var number = number();
        tied(hospital, "79471", hanako(born), person);
        tied(there, number, hanako(born), person);
        var answer =
                Message.parse(Files.readAllBytes(shared.resolve(MESSAGES).resolve("pixquery/v2/ok-3_Response.hl7")));
        var question = line(answer, "QPD")
                .replace("HZLN&2.16.840.1.113883.3.37.4.1.1.2.411.1&ISO", giver(hospital))
                .replace("PKLN&2.16.840.1.113883.3.37.4.1.1.2.511.1&ISO", giver(there));
        var told = spoken(
                hospital,
                "MSH|^~\\&|MESA_PIX_CLIENT|MESA_DEPARTMENT|MESA_XREF|XYZ_HOSPITAL|20081120113129||QBP^Q23^QBP_Q21|10501108|P|2.5",
                question,
                "RCP|I");
        assertThat(line(told, "MSA")).isEqualTo("MSA|AA|10501108");
        assertThat(line(told, "QAK")).isEqualTo("QAK|QRY10501108|OK");
        assertThat(line(told, "PID")).startsWith("PID|||" + number + "^^^" + giver(there) + "^PI|");
    }

    @Test
    void whatIsNoBusinessOfThisPortIsRejected() throws Exception {
        var hospital = named(TransactionGroup.FEED, "", "SEND");
        var file = Path.of("samples/hl7v2-misc/jahis_rde_o11_naifuku_v3.hl7");
        assertThat(line(sent(hospital, file), "ERR"))
                .as("a prescription that names no facility")
                .contains("|101^");
        var another = named(TransactionGroup.PIX, "", "MESA_XREF");
        assertThat(line(sent(another, MESSAGES.resolve("pixquery/v2/ok-2_Response.hl7")), "ERR"))
                .as("an answer is no question")
                .contains("|200^");
    }

    @Test
    void everyMessageOfTheSamplesGetsAnAnswer() throws Exception {
        var hospital = hospitalFor(TransactionGroup.FEED);
        for (var file : all()) {
            assertThat(line(sent(hospital, file), "MSA")).as(file.toString()).matches("MSA\\|A[AER](\\|.*)?");
        }
    }

    private List<Path> all() throws IOException {
        try (var files = Files.walk(shared.resolve(MESSAGES))) {
            return files.filter(file -> file.toString().endsWith(".hl7"))
                    .map(shared::relativize)
                    .sorted()
                    .toList();
        }
    }
}
