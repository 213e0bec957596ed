package hmnet.office.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.cards.CardNumber;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A centre that is new, and the file that tells it who takes part.
class TakeOverTest extends Ward {
    private static final AtomicInteger NUMBER = new AtomicInteger(940_000);

    @Autowired
    TakeOver takeOver;

    @Autowired
    Persons persons;

    @Autowired
    Demo demo;

    @TempDir
    Path folder;

    private final String hospital = String.valueOf(NUMBER.incrementAndGet());
    private final String key = "T" + UUID.randomUUID();
    private final String card = CardNumber.random(new SecureRandom()).value();

    @Test
    void whatThePlanSaysStandsInTheCentre() throws IOException {
        takeOver.take(plan(lines()), folder);
        var facility = facilities.byCode(hospital).orElseThrow();
        assertThat(facility.name()).isEqualTo("見本移行病院");
        var doctor = staff.byLogin("doctor" + hospital).orElseThrow();
        assertThat(doctor.facility()).isEqualTo(facility.id());
        assertThat(single("select count(*)::text from signin_account where staff = "
                        + doctor.staff().value()))
                .isEqualTo("1");
        assertThat(single("select max(delay_days)::text from disclosure_rule where facility = "
                        + facility.id().value()))
                .isEqualTo("7");
        assertThat(resident("1", "select c.number from card c where c.person = p.id"))
                .isEqualTo(card);
        assertThat(resident("1", "select c.state from consent c where c.person = p.id"))
                .isEqualTo("given");
        assertThat(resident("2", "select c.state from consent c where c.person = p.id"))
                .isEqualTo("withdrawn");
        assertThat(resident("3", "select c.state from consent c where c.person = p.id"))
                .isEqualTo("none");
        assertThat(resident("1", """
                        select encode(t.number, 'hex') from linkage l join patient t on t.id = l.patient
                         where l.person = p.id""")).isEqualTo(HexFormat.of().formatHex(sealedNumbers.of(facility.id(), "0001")));
    }

    @Test
    void aSecondStartChangesNothingButTheAddresses() throws IOException {
        takeOver.take(plan(lines()), folder);
        demo.prepare(folder, "http://localhost:1", "https://localhost:2");
        var first = Files.readString(folder.resolve("credentials.json"));
        var before = counts();
        demo.prepare(folder, "http://localhost:3", "https://localhost:4");
        assertThat(counts()).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("credentials.json")))
                .isEqualTo(first.replace("http://localhost:1", "http://localhost:3")
                        .replace("https://localhost:2", "https://localhost:4"));
    }

    /// The process ended after the commit and before the credentials.
    @Test
    void aTakeOverThatWasCutOffBeforeItsCredentialsIsFinishedByTheNextStart() throws IOException {
        var whole = takeOver.take(plan(lines()), folder);
        var before = counts();
        demo.prepare(folder, "http://localhost:1", "https://localhost:2");
        assertThat(counts()).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("credentials.json")))
                .contains(
                        card, "doctor" + hospital, whole.facilities().getFirst().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2  | \"kind\":\"hospital\" | \"kind\":\"castle\"",
                "5  | \"facility\":\"        | \"facility\":\"9",
                "8  | \"LABORATORY\"         | \"HOROSCOPE\"",
                "11 | \"consent\":\"given\"  | \"consent\":\"perhaps\"",
                "12 | 1961-05-05             | 1961-13-05",
                "13 | \"number\":\"0003\"}]  | \"number\":\"0003\"}",
                "13 | \"card\":null          | \"card\":\"1234567890123\""
            })
    void aBrokenPlanIsRefusedWithItsLineAndLeavesNothing(int line, String right, String wrong) throws IOException {
        var lines = lines();
        assertThat(lines.get(line - 1)).contains(right);
        lines.set(line - 1, lines.get(line - 1).replace(right, wrong));
        var before = counts();
        var broken = plan(lines);
        assertThatThrownBy(() -> takeOver.take(broken, folder))
                .isInstanceOf(BadPlan.class)
                .hasMessageMatching("(?s)plan.json, line (" + line + "|" + (line + 1) + "): .+")
                .hasMessageNotContaining("long passphrase");
        assertThat(counts()).isEqualTo(before);
        assertThat(facilities.byCode(hospital)).isEmpty();
    }

    @Test
    void aPlanThatWasPutRightIsTakenWhole() throws IOException {
        var lines = lines();
        var broken = plan(
                lines.stream().map(l -> l.replace("1961-05-05", "1961-13-05")).toList());
        assertThatThrownBy(() -> takeOver.take(broken, folder)).isInstanceOf(BadPlan.class);
        takeOver.take(plan(lines), folder);
        var third = new PersonId(UUID.fromString(resident("3", "p.id::text")));
        assertThat(persons.find(third)).get().extracting(Person::familyName).isEqualTo("見本");
    }

    private Path plan(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("plan.json"), String.join("\n", lines));
    }

    private List<String> lines() {
        var resident = """
                {"key":"%s-%s","name":{"family":"見本","given":"移行","familyKana":"ミホン","givenKana":"イコウ"},\
                "birthDate":"1961-05-05","sex":"F","address":"広島県架空市一丁目","postalCode":"730-0000","phone":"",\
                "card":%s,"consent":"%s","featured":null,"patients":[{"facility":"%s","number":"000%s"}]}""";
        return new java.util.ArrayList<>(Stream.of(
                        "{\"facilities\":[",
                        """
                        {"code":"%s","name":"見本移行病院","kana":"ミホンイコウビョウイン","kind":"hospital","phone":"","address":"",\
                        "direction":"disclose+view","cardKinds":"HM","patientList":false,"certificate":null}""".formatted(hospital),
                        "],",
                        "\"staff\":[",
                        """
                        {"login":"doctor%s","name":"見本 移行","kana":"ミホン イコウ","profession":"doctor","facility":"%s",\
                        "password":"a long passphrase","totpSecret":"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP","role":""}""".formatted(hospital, hospital),
                        "],",
                        "\"rules\":[",
                        """
                        {"facility":"%s","kinds":["LABORATORY"],"department":null,"delayProfessionalDays":7}""".formatted(hospital),
                        "],",
                        "\"residents\":[",
                        resident.formatted(key, 1, "\"" + card + "\"", "given", hospital, 1) + ",",
                        resident.formatted(key, 2, "null", "withdrawn", hospital, 2) + ",",
                        resident.formatted(key, 3, "null", "none", hospital, 3),
                        "]}")
                .toList());
    }

    private String resident(String n, String what) {
        return single("select (" + what + ") from person p where p.regional_id = 'R" + key + "-" + n + "'");
    }

    private List<String> counts() {
        return Stream.of("facility", "staff", "signin_account", "person", "card", "consent", "patient", "linkage")
                .map(table -> table + " " + single("select count(*)::text from " + table))
                .toList();
    }

    private String single(String sql) {
        return db.sql(sql).query(String.class).single();
    }
}
