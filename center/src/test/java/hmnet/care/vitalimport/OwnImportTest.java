package hmnet.care.vitalimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import hmnet.record.ownrecords.EntryFields;
import hmnet.record.ownrecords.HandbookCharts;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident takes in what her devices wrote down: looked at first, nothing twice, nothing lost.
class OwnImportTest extends ResidentWard {
    private static final Charset MS932 = Charset.forName("MS932");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(data|sending|columns)\" value=\"([^\"]*)\"");

    @Autowired
    private HandbookCharts handbook;

    @Autowired
    private Proxies proxies;

    private final LocalDate day = LocalDate.now(JapaneseDates.JAPAN).minusDays(1);
    private FacilityId notebook;
    private Card card;
    private PersonId person;
    private Browser resident;

    @BeforeEach
    void aResidentWithTheHandbook() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        notebook = handbook.facility().orElseThrow().id();
        card = card();
        person = card.holder().id();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        resident = signedIn(card);
    }

    private HttpResponse<String> looked(String file) {
        return resident.post("/my/vitals/import", Map.of(), "values.csv", file.getBytes(UTF_8));
    }

    private static Map<String, String> form(String preview) {
        var form = new HashMap<String, String>();
        var found = HIDDEN.matcher(preview);
        while (found.find()) {
            form.putIfAbsent(found.group(1), found.group(2));
        }
        assertThat(form).containsKeys("data", "sending", "columns");
        return form;
    }

    private HttpResponse<String> kept(Map<String, String> form) {
        var answer = resident.post("/my/vitals/import/kept", form, "", new byte[0]);
        settle(notebook);
        return answer;
    }

    private String vitals() {
        return resident.get("/my/vitals").body();
    }

    @Test
    void ourOwnFileIsLookedAtAndThenKeptOnce() {
        var file = "測った日時,血圧の上,血圧の下,脈拍,体重,体温,血糖,SpO2,歩数,食事,気づいたこと\r\n"
                + day + "T07:10,151,91,72,52.40,36.5,,,,\"パン, 卵\",眠い\r\n"
                + day + "T21:10,,,,,,,,\"8,123\",,\r\n";
        var preview = looked(file);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("新しい記録 2 行、もうある記録 0 行、食い違う記録 0 行、読めない行 0 行");
        assertThat(vitals()).doesNotContain("151/91");
        var form = form(preview.body());
        assertThat(leads(kept(form))).isEqualTo("/my/vitals/import?told=kept");
        assertThat(vitals()).contains(">151/91<", ">52.4<", ">8123<", "パン, 卵", "眠い", "本人が記録");
        assertThat(leads(kept(form))).isEqualTo("/my/vitals/import?told=already");
        assertThat(looked(file).body()).contains("新しい記録 0 行、もうある記録 2 行");
        assertThat(logged("own-entry-kept", "kept", person.toString())).hasSize(1);
    }

    @Test
    void aDevicesFileInShiftJisIsReadByTheNamesOfItsColumns() {
        var file = "測定日,時刻,最高血圧(mmHg),最低血圧(mmHg),脈拍(bpm)\n" + day.toString().replace('-', '/') + ",7:05,149,87,--\n";
        var preview = resident.post("/my/vitals/import", Map.of(), "values.csv", file.getBytes(MS932));
        assertThat(preview.body()).contains("新しい記録 1 行", "読めない行 0 行");
        kept(form(preview.body()));
        assertThat(vitals()).contains(">149/87<");
    }

    @Test
    void unknownColumnsAreChosenAndKnownTheNextTime() {
        var file = "col A,col B <b>\n" + day + " 07:10,53.45\n";
        var unknown = looked(file);
        assertThat(unknown.body()).contains("どの列が何かわかりません", "col B &lt;b&gt;").doesNotContain("<b>");
        var data = Pattern.compile("name=\"data\" value=\"([^\"]*)\"").matcher(unknown.body());
        assertThat(data.find()).isTrue();
        var chosen = new HashMap<>(Map.of("data", data.group(1), "columns", "chosen", "column-moment", "0"));
        assertThat(resident.post("/my/vitals/import", chosen, "", new byte[0]).body())
                .contains("値の列を 1 つ以上選んでください");
        chosen.put("column-weight", "1");
        assertThat(resident.post("/my/vitals/import", chosen, "", new byte[0]).body())
                .contains("新しい記録 1 行", "体重 53.45 kg");
        assertThat(looked(file).body()).contains("新しい記録 1 行", "体重 53.45 kg");
        var other = signedIn(card());
        assertThat(other.post("/my/vitals/import", Map.of(), "values.csv", file.getBytes(UTF_8))
                        .body())
                .contains("どの列が何かわかりません");
    }

    @Test
    void aColumnInAnotherUnitIsNotTakenForOurs() {
        assertThat(looked("日時,体重(lb)\n" + day + " 07:10,115\n").body()).contains("どの列が何かわかりません");
        assertThat(looked("日時,血糖(mmol/L)\n" + day + " 07:10,6\n").body()).contains("どの列が何かわかりません");
    }

    @Test
    void linesThatCannotBeReadAreNamedByTheirNumber() {
        var preview = looked("日時,体重,最高血圧,最低血圧\n" + day + " 07:10,52.15,,\n11/05/2026 07:10,53,,\n" + day
                        + " 08:10,五十<i>,,\n" + day + " 09:10,,132,\n")
                .body();
        assertThat(preview)
                .contains("新しい記録 1 行、もうある記録 0 行、食い違う記録 0 行、読めない行 3 行", "3 行目", "4 行目", "5 行目")
                .contains("日時が読み取れません", "数字だけを入れてください", "血圧は、上と下の両方", "五十&lt;i&gt;")
                .doesNotContain("<i>");
    }

    @Test
    void aContradictionStaysAsItIsUnlessSheChoosesTheFile() {
        var fields = Map.of(
                "entry", UUID.randomUUID().toString(), "measured", day + "T07:10", "weight", "52.15", "note", "食後");
        assertThat(leads(resident.post("/my/vitals", fields))).isEqualTo("/my/vitals?told=kept");
        settle(notebook);
        var file = "日時,体重,脈拍\n" + day + " 07:10:30,55.35,71\n";
        var preview = looked(file).body();
        assertThat(preview).contains("食い違う記録 1 行", "いまの記録：", "52.15 kg", "55.35 kg");
        assertThat(leads(kept(form(preview)))).isEqualTo("/my/vitals/import?told=already");
        assertThat(vitals()).contains(">52.15<").doesNotContain(">55.35<");
        var form = form(preview);
        form.put("replace-2", "yes");
        assertThat(leads(kept(form))).isEqualTo("/my/vitals/import?told=corrected");
        assertThat(vitals()).contains(">55.35<", "食後").doesNotContain(">52.15<");
        assertThat(looked(file).body()).contains("もうある記録 1 行、食い違う記録 0 行");
    }

    @Test
    void aLineThatContradictsTwoRecordsPutsBothRight() {
        for (var measure : List.of("weight", "pulse")) {
            var fields = Map.of(
                    "entry",
                    UUID.randomUUID().toString(),
                    "measured",
                    day + "T07:10",
                    measure,
                    measure.equals("weight") ? "52.15" : "68");
            assertThat(leads(resident.post("/my/vitals", fields))).isEqualTo("/my/vitals?told=kept");
            settle(notebook);
        }
        var form = form(looked("日時,体重,脈拍,体温\n" + day + " 07:10,55.35,71,36.7\n").body());
        form.put("replace-2", "yes");
        assertThat(leads(kept(form))).isEqualTo("/my/vitals/import?told=corrected");
        assertThat(vitals()).contains(">55.35<", ">71<", ">36.7<").doesNotContain(">52.15<", ">68<");
    }

    @Test
    void wordsThatDoNotFitBesideThoseOfTheRecordAreRefusedNotCut() {
        var stands = "あ".repeat(EntryFields.WORDS_MAX);
        var fields = Map.of(
                "entry", UUID.randomUUID().toString(), "measured", day + "T07:10", "weight", "52.15", "note", stands);
        assertThat(leads(resident.post("/my/vitals", fields))).isEqualTo("/my/vitals?told=kept");
        settle(notebook);
        var form = form(looked("日時,体重,メモ\n" + day + " 07:10,55.35,薬を忘れた\n").body());
        form.put("replace-2", "yes");
        assertThat(kept(form).body()).contains("メモが長すぎる");
        assertThat(vitals()).contains(">52.15<").doesNotContain(">55.35<");
    }

    @Test
    void stepsOfAnUnknownTimeAreNotThoseOfADay() {
        var file = bundle(
                card.holder().birthDate().toString(),
                observation(day + "T07:10:00+09:00", "final", "55423-8", "812", "{steps}"));
        assertThat(resident.post("/my/vitals/import", Map.of(), "values.json", file.getBytes(UTF_8))
                        .body())
                .contains("読めない行 1 行", "55423-8");
    }

    @Test
    void aFileTooLongForADayIsTakenInFromTheNewest() {
        var lines = IntStream.range(0, 420)
                .mapToObj(n -> day.minusDays(n) + " 07:10,50." + (10 + n % 80))
                .collect(Collectors.joining("\n"));
        assertThat(looked("日時,体重\n" + lines).body()).contains("新しい記録 420 行", "新しいほうから 400 件を保存します");
        assertThat(looked("日時,体重\n" + (day + " 07:10,50\n").repeat(5_100)).statusCode())
                .isEqualTo(422);
        assertThat(looked("日時,体重").body()).contains("見出しと値の行がありません");
        assertThat(looked("x".repeat(500_000)).body()).contains("ファイルが大きすぎます");
    }

    private static String observation(String at, String status, String code, String value, String unit) {
        return """
                {"resource":{"resourceType":"Observation","status":"%s","effectiveDateTime":"%s",
                "code":{"coding":[{"system":"http://loinc.org","code":"%s"}]},
                "valueQuantity":{"value":%s,"unit":"%s","code":"%s"}}}""".formatted(status, at, code, value, unit, unit);
    }

    private static String bundle(String birth, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
                + "{\"resource\":{\"resourceType\":\"Patient\",\"birthDate\":\"" + birth + "\"}},"
                + String.join(",", entries) + "]}";
    }

    @Test
    void aBundleOfAWearableIsLookedAtInTheSameWay() {
        var at = day + "T07:10:05+09:00";
        var panel = """
                {"resource":{"resourceType":"Observation","status":"final","effectiveDateTime":"%s",
                "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},"component":[
                {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":147,"code":"mm[Hg]"}},
                {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":89,"code":"mm[Hg]"}}]}}""".formatted(at);
        var birth = card.holder().birthDate().toString();
        var file = bundle(
                birth,
                panel,
                observation(at, "final", "8867-4", "73", "/min"),
                observation(day + "T08:10:00Z", "final", "29463-7", "115.5", "[lb_av]"),
                observation(day + "T09:10:00Z", "entered-in-error", "29463-7", "52.35", "kg"),
                observation(day + "T10:10:00Z", "final", "9279-1", "16", "/min"));
        var preview = looked(file).body();
        assertThat(preview).contains("新しい記録 1 行、もうある記録 0 行、食い違う記録 0 行、読めない行 3 行", "4 行目", "115.5 [lb_av]", "9279-1");
        kept(form(preview));
        assertThat(vitals()).contains(">147/89<", ">73<").doesNotContain("115.5", "52.35");
        assertThat(looked(file).body()).contains("新しい記録 0 行、もうある記録 1 行");
        assertThat(looked(bundle("1901-01-01", panel)).body()).contains("ほかの方のファイルは取り込めません");
        assertThat(looked("{\"resourceType\":\"Bundle\"").body()).contains("ファイルを読めません");
        assertThat(looked("{\"resourceType\":\"Patient\"}").body()).contains("見出しと値の行がありません");
    }

    @Test
    void whoMayNotDecideForHerTakesNothingIn() {
        var preview = looked("日時,体重\n" + day + " 07:10,52.15\n").body();
        var form = form(preview);
        var son = card();
        var his = signedIn(son);
        proxies.record(
                new ProxyDraft(
                        person,
                        son.holder().id(),
                        ProxyKind.CHOSEN,
                        true,
                        true,
                        ProxyReading.MEDICINES_AND_EMERGENCY,
                        day.plusMonths(1),
                        "letter"),
                office());
        var proxy = Long.toString(proxies.of(person).getFirst().id());
        his.post("/my/whose", Map.of("proxy", proxy));
        assertThat(his.get("/my/vitals/import").statusCode()).isEqualTo(404);
        assertThat(his.post("/my/vitals/import/kept?whose=" + proxy, form, "", new byte[0])
                        .statusCode())
                .isEqualTo(404);
        assertThat(leads(browser().get("/my/vitals/import"))).startsWith("/my/signin");
        assertThat(vitals()).doesNotContain("52.15");
    }
}
