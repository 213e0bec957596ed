package hmnet.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.terminology.InventedCodes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A laboratory speaks its own codes; tables explain some of them, and the page tells of the rest.
class CodesPageTest extends Ward {
    @Autowired
    CodesPage page;

    @Autowired
    FilesPage files;

    @LocalServerPort
    int port;

    private static ReceivedFile results(String number, String... codes) {
        var text = new StringBuilder(String.join(
                "\r",
                "MSH|^~\\&|LAB|HOSP|||20260401102030||OUL^R22^OUL_R22|" + number + "|P|2.5",
                "PID|||" + number + "||KAKUU^HANAKO^^^^^L^A||19500228|F",
                "SPM|1|S1||023^serum^JC10|||||||||||||20260401083000",
                "OBR|1|123||E1^panel^99X|||20260401083000",
                "ORC|SC|123",
                ""));
        for (int n = 0; n < codes.length; n++) {
            text.append("OBX|%d|ST|%s^%s of the lab^%s|%d|(-)||||||F\r"
                    .formatted(n + 1, codes[n], codes[n], InventedCodes.SYSTEM, n + 1));
        }
        return new ReceivedFile("results.hl7", text.toString().getBytes(StandardCharsets.US_ASCII), Door.FILES);
    }

    private String all() {
        return Objects.requireNonNull(page.all(Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/intake/codes"))
                .getBody());
    }

    private String own(FacilityId facility) {
        return Objects.requireNonNull(page.own(
                        at(facility, Profession.RECEPTION),
                        Preview.frame(Language.JAPANESE, Preview.DESK, "/files/codes"))
                .getBody());
    }

    @Test
    void aLocalTestIsFiledUnderWhatItIs() {
        var lab = hospital();
        var number = number();
        var hanako = resident(ConsentChoice.EVERYTHING, lab, number);
        var doctor = doctor();
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        filed(lab, results(number, "K-1", "H-1", "Z-1"));
        var shown = shown(doctor, hanako);
        assertThat(shown).extracting(ChartEntry::kind).contains(RecordKind.LAB_SAFETY, RecordKind.LABORATORY);
        assertThat(shown.stream().filter(entry -> entry.labels().isEmpty()).map(CodesPageTest::told))
                .as("what the table names as a test for HIV stands among no others")
                .anyMatch(told -> told.contains("Z-1"))
                .noneMatch(told -> told.contains("H-1"));
    }

    private static String told(ChartEntry entry) {
        return entry.title() + new String(entry.extract().json(), StandardCharsets.UTF_8);
    }

    @Test
    void aLookBeforeSendingCountsTheCodesThatFilingWouldMap() {
        var sent = results(number(), "K-1", "Z-1");
        var looked = files.take(
                new SentForm(List.of(
                        new SentForm.FormPart("act", "", "check".getBytes(StandardCharsets.US_ASCII)),
                        new SentForm.FormPart("file", "results.hl7", sent.body()))),
                at(hospital(), Profession.RECEPTION),
                Preview.frame(Language.JAPANESE, Preview.DESK, "/files"));
        assertThat(looked.getBody()).contains("検査（JLAC10・JLAC11）：2 件中 1 件");
    }

    @Test
    void theOperatorSeesEachFacilitysShareAndTheCodesToExplain() {
        var lab = hospital();
        filed(
                lab,
                results(number(), "K-1", "K-1", "Z-9", "Z-9", "Z-9", "Z-9", "Z-9", "M-1", "M-1", "M-1", "M-1", "M-1"));
        var shown = all();
        var mine = shown.substring(shown.indexOf(facilities.get(lab).name()));
        assertThat(mine.substring(0, mine.indexOf("</tbody>")))
                .as("two of twelve by a table")
                .contains(">12<", ">0<", ">2<", "16 %");
        assertThat(own(lab)).contains("Z-9", "Z-9 of the lab", "対応なし", "候補 2 件");
        assertThat(shown).contains("見本協会", "2026年11月1日", "lost.csv", "書かれたファイルがフォルダにありません");
    }

    @Test
    void whatIsSentAgainIsCountedOnce() {
        var lab = hospital();
        var number = number();
        filed(lab, results(number, "K-1", "Z-8", "Z-8", "Z-8", "Z-8", "Z-8"));
        var once = own(lab);
        filed(lab, results(number, "K-1", "Z-8", "Z-8", "Z-8", "Z-8", "Z-8"));
        assertThat(own(lab)).isEqualTo(once).contains("Z-8");
    }

    @Test
    void aRareCodeIsNotShown() {
        var lab = hospital();
        filed(lab, results(number(), "R-1", "R-1", "R-1", "R-1"));
        assertThat(own(lab)).contains("0 %").doesNotContain("R-1");
    }

    @Test
    void aFacilitySeesNoOthers() {
        var lab = hospital();
        filed(lab, results(number(), "Q-5", "Q-5", "Q-5", "Q-5", "Q-5"));
        var other = hospital();
        assertThat(own(other))
                .doesNotContain("Q-5", facilities.get(lab).name())
                .contains("まだ何も取り込まれていません")
                .as("what the operator must mend is not the facility's matter")
                .doesNotContain("lost.csv");
    }

    @Test
    void onlyTheOperatorSeesAllAndOnlyTheDeskItsOwn() throws Exception {
        var hospital = hospital();
        var doctor = at(hospital, Profession.DOCTOR);
        assertThat(may("all", doctor)).isFalse();
        assertThat(may("all", at(hospital, Profession.RECEPTION))).isFalse();
        assertThat(may("all", office())).isTrue();
        assertThat(may("own", doctor)).isTrue();
        var noDesk = new Requester(
                doctor.staff(),
                doctor.login(),
                doctor.name(),
                doctor.profession(),
                false,
                false,
                doctor.facility(),
                doctor.facilityName(),
                doctor.facilityKind(),
                doctor.direction());
        assertThat(may("own", noDesk)).isFalse();
        try (var http = HttpClient.newHttpClient()) {
            for (var path : new String[] {"/intake/codes", "/files/codes"}) {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isNotEqualTo(200);
            }
        }
    }

    private static boolean may(String handler, Requester by) {
        return Arrays.stream(CodesPage.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(handler))
                .map(method -> Objects.requireNonNull(method.getAnnotation(Rule.class)))
                .allMatch(rule -> by.may(rule.value()));
    }
}
