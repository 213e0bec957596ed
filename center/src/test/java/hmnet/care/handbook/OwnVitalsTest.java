package hmnet.care.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentWard;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.signin.Browser;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.OwnEntries;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Residents write down what they measure at home, and whoever cares for them reads it as theirs.
class OwnVitalsTest extends ResidentWard {
    private static final Pattern OWN_RECORD = Pattern.compile("/my/vitals/([0-9a-f-]{36})");

    @Autowired
    private HandbookCharts handbook;

    @Autowired
    private Proxies proxies;

    @Autowired
    private SamePersons samePersons;

    private final String now = LocalDateTime.now(JapaneseDates.JAPAN)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    private Card card;
    private PersonId person;
    private FacilityId notebook;
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

    private Map<String, String> entry(String... more) {
        var fields = new HashMap<>(Map.of("entry", UUID.randomUUID().toString(), "measured", now));
        for (var n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        return fields;
    }

    private HttpResponse<String> kept(Map<String, String> fields) {
        var answer = resident.post("/my/vitals", fields);
        settle(notebook);
        return answer;
    }

    private String page() {
        return resident.get("/my/vitals").body();
    }

    private List<ChartEntry> measured() {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return shown(doctor, person).stream()
                .filter(entry -> entry.kind() == RecordKind.VITAL)
                .toList();
    }

    private static List<String> values(ChartEntry entry) {
        return ((LabExtract) entry.extract().read())
                .items().stream()
                        .map(item -> item.name() + " " + item.value() + item.unit())
                        .toList();
    }

    private String record() {
        var found = OWN_RECORD.matcher(page());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void whatSheMeasuresThisMorningStandsOnHerPageAndInFrontOfHerDoctor() {
        assertThat(leads(kept(entry(
                        "systolic", "１３２", "diastolic", "84", "pulse", "72", "weight", "52,4", "meal", "ごはんと味噌汁"))))
                .isEqualTo("/my/vitals?told=kept");
        assertThat(page()).contains(">132/84<", ">72<", ">52.4<", "ごはんと味噌汁", "本人が記録");
        assertThat(measured())
                .singleElement()
                .satisfies(entry -> assertThat(values(entry))
                        .containsExactlyInAnyOrder(
                                "収縮期血圧 132mmHg", "拡張期血圧 84mmHg", "脈拍数 72回/分", "体重 52.4kg", "食事 ごはんと味噌汁"));
        assertThat(logged("own-entry-kept", "kept", person.toString()))
                .singleElement()
                .satisfies(event -> assertThat(event).doesNotContain("132/84", "132mm", "ごはん"));
    }

    @Test
    void theLastWeeksAreDrawnByThemselvesAndYearsWhereSheAsksForThem() {
        kept(entry("weight", "50.4"));
        kept(entry(
                "weight",
                "49.1",
                "measured",
                LocalDateTime.parse(now).minusYears(2).toString()));
        assertThat(page()).contains(">50.4<").doesNotContain(">49.1<");
        assertThat(resident.get("/my/vitals?period=all").body()).contains(">50.4<", ">49.1<");
    }

    @Test
    void whatCannotBeIsToldAtItsFieldAndStaysAsItWasTyped() {
        var answer =
                kept(entry("systolic", "84", "diastolic", "132", "weight", "五十", "temperature", "365", "steps", "1.5"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("血圧の下が、上より低くなっていません", "数字だけを入れてください", "ありえない数字です", "小数点の下の桁", "value=\"五十\"");
        assertThat(kept(entry("systolic", "120")).body()).contains("上と下の両方");
        assertThat(kept(entry()).body()).contains("どれか 1 つは");
        assertThat(kept(entry("weight", "50", "measured", "2999-01-01T00:00")).body())
                .contains("これからの日時");
        assertThat(measured()).isEmpty();
    }

    @Test
    void theSameSentAgainIsOneAndSomethingElseUnderItsNumberIsRefused() {
        var fields = entry("weight", "50.1");
        kept(fields);
        assertThat(leads(kept(fields))).isEqualTo("/my/vitals?told=already");
        var other = new HashMap<>(fields);
        other.put("weight", "61.0");
        assertThat(kept(other).body()).contains("ちがう内容がもう保存されています");
        assertThat(measured())
                .singleElement()
                .satisfies(entry -> assertThat(values(entry)).containsExactly("体重 50.1kg"));
        var somebody = signedIn(card());
        assertThat(somebody.post("/my/vitals", fields).statusCode()).isEqualTo(422);
    }

    @Test
    void anAppIsAnsweredAsAProgram() {
        var good = resident.post("/my/vitals", entry("weight", "50"), "Accept", "application/json");
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).isEqualTo("{\"kept\":true}");
        var bad = resident.post("/my/vitals", entry("weight", "x"), "Accept", "application/json");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).isEqualTo("{\"problems\":{\"weight\":\"数字だけを入れてください。\"}}");
    }

    @Test
    void whatWasWrongIsPutRightAndWhatWasAMistakeIsTakenBack() {
        kept(entry("weight", "520", "note", ""));
        kept(entry("weight", "25.0", "note", "朝食前"));
        var record = record();
        assertThat(resident.get(record).body()).contains("value=\"25.0\"", "value=\"朝食前\"");
        assertThat(leads(resident.post(record, Map.of("measured", now, "weight", "52.0", "note", "朝食前"))))
                .isEqualTo("/my/vitals?told=amended");
        settle(notebook);
        assertThat(measured())
                .singleElement()
                .satisfies(entry -> assertThat(values(entry)).containsExactlyInAnyOrder("体重 52.0kg", "メモ 朝食前"));
        assertThat(leads(resident.post(record() + "/withdraw", Map.of()))).isEqualTo("/my/vitals?told=withdrawn");
        settle(notebook);
        assertThat(measured()).isEmpty();
        assertThat(page()).doesNotContain("52.0");
        assertThat(logged("own-entry-kept", "withdrawn", person.toString())).hasSize(1);
    }

    @Test
    void whoTurnsOutToBeOneWithAnotherPutsRightWhatStandsInTheOthersNotebook() {
        kept(entry("weight", "52.0"));
        var hers = card();
        var asHerself = signedIn(hers);
        asHerself.post("/my/vitals", entry("weight", "25.0"));
        settle(notebook);
        samePersons.join(person, hers.holder().id(), office().actor(), "one human");
        var wrong = records().stream()
                .filter(record -> resident.get(record).body().contains("value=\"25.0\""))
                .findFirst()
                .orElseThrow();
        resident.post(wrong, Map.of("measured", now, "weight", "52.5"));
        settle(notebook);
        assertThat(page()).contains(">52.5<", ">52.0<").doesNotContain(">25.0<");
        for (var record : records()) {
            assertThat(leads(resident.post(record + "/withdraw", Map.of()))).isEqualTo("/my/vitals?told=withdrawn");
            settle(notebook);
        }
        assertThat(records()).isEmpty();
    }

    @Test
    void whoPutsRightTooOftenInADayIsToldSoAndNothingIsPutRight() {
        kept(entry("weight", "50.0"));
        var record = record();
        db.sql("""
                        insert into own_entry (id, about, said)
                        select gen_random_uuid(), e.about, e.said
                          from (select about, said from own_entry order by kept_at desc limit 1) e, generate_series(1, ?)""").param(OwnEntries.A_DAY).update();
        var answer = resident.post(record, Map.of("measured", now, "weight", "51.0"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("1 日に保存できる数を超えました", "value=\"51.0\"");
        settle(notebook);
        assertThat(page()).contains(">50<").doesNotContain(">51<");
        assertThat(leads(resident.post(record + "/withdraw", Map.of())))
                .as("what was a mistake never has to stay")
                .isEqualTo("/my/vitals?told=withdrawn");
    }

    private Set<String> records() {
        return OWN_RECORD.matcher(page()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void nobodyChangesWhatSomebodyElseWroteOrAHospitalMeasured() {
        kept(entry("weight", "50"));
        var record = record();
        var somebody = signedIn(card());
        assertThat(somebody.get(record).statusCode()).isEqualTo(404);
        assertThat(somebody.post(record, Map.of("measured", now, "weight", "90"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(somebody.post(record + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
        assertThat(leads(browser().get("/my/vitals"))).startsWith("/my/signin");
        assertThat(values(measured().getFirst())).containsExactly("体重 50kg");
    }

    @Test
    void herOwnWordsAreHersWhateverSheShowsToOthers() {
        kept(entry("weight", "50"));
        consents.record(person, ConsentChoice.NOTHING, "paper", ConsentNotice.FIRST, office());
        assertThat(measured()).isEmpty();
        assertThat(page()).contains(">50<");
    }

    @Test
    void aSonWritesForHerOnlyIfHeMayDecideAndReadsWhatIsMeasured() {
        var son = card();
        var his = signedIn(son);
        assertThat(turned(his, son, false, ProxyReading.ALL)
                        .post("/my/vitals", entry("weight", "50"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(turned(his, son, true, ProxyReading.MEDICINES_AND_EMERGENCY)
                        .post("/my/vitals", withWhose())
                        .statusCode())
                .isEqualTo(404);
        var allowed = turned(his, son, true, ProxyReading.ALL);
        assertThat(leads(allowed.post("/my/vitals", withWhose()))).isEqualTo("/my/vitals?told=kept");
        settle(notebook);
        assertThat(page()).contains(">50<", "代理人が記録");
        assertThat(resident.get("/my/log").body()).contains("代わりに、本人の記録");
    }

    private Map<String, String> withWhose() {
        var fields = entry("weight", "50");
        fields.put("whose", Long.toString(proxies.of(person).getFirst().id()));
        return fields;
    }

    private Browser turned(Browser his, Card son, boolean decides, ProxyReading reads) {
        proxies.of(person).forEach(line -> proxies.end(person, line.id(), "error", office()));
        proxies.record(
                new ProxyDraft(
                        person,
                        son.holder().id(),
                        ProxyKind.CHOSEN,
                        true,
                        decides,
                        reads,
                        LocalDate.now(JapaneseDates.JAPAN).plusMonths(1),
                        "letter"),
                office());
        his.post(
                "/my/whose",
                Map.of("proxy", Long.toString(proxies.of(person).getFirst().id())));
        return his;
    }
}
