package hmnet.care.vitaltargets;

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
import hmnet.record.ownrecords.HandbookCharts;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident sets what her values should be, and reads her own words when one lies beyond.
class OwnTargetsTest extends ResidentWard {
    private static final Pattern END = Pattern.compile("/my/vitals/targets/[0-9a-f-]{36}/end");

    @Autowired
    private HandbookCharts handbook;

    @Autowired
    private Proxies proxies;

    private final LocalDate today = LocalDate.now(JapaneseDates.JAPAN);
    private FacilityId notebook;
    private PersonId person;
    private Browser resident;

    @BeforeEach
    void aResidentWithTheHandbook() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        notebook = handbook.facility().orElseThrow().id();
        Card card = card();
        person = card.holder().id();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        resident = signedIn(card);
    }

    private HttpResponse<String> set(String measure, String... more) {
        var fields = new HashMap<>(Map.of("measure", measure, "origin", "doctor", "set-on", today.toString()));
        for (var n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        return resident.post("/my/vitals/targets", fields);
    }

    private void wrote(String... more) {
        var now = LocalDateTime.now(JapaneseDates.JAPAN).truncatedTo(ChronoUnit.MINUTES);
        var fields = new HashMap<>(Map.of("entry", UUID.randomUUID().toString(), "measured", now.toString()));
        for (var n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        assertThat(leads(resident.post("/my/vitals", fields))).isEqualTo("/my/vitals?told=kept");
        settle(notebook);
    }

    private String targets() {
        return resident.get("/my/vitals/targets").body();
    }

    private String vitals() {
        return resident.get("/my/vitals").body();
    }

    @Test
    void herTargetIsABandInHerPictureWithWhoNamedItAndWhen() {
        assertThat(leads(set("weight", "low", "５１,５", "high", "54.25"))).isEqualTo("/my/vitals/targets?told=set");
        assertThat(targets()).contains("51.5–54.25", "医師から言われた", "本人が記録");
        wrote("weight", "52.4");
        assertThat(vitals())
                .contains("class=\"vital-aim\"", ">体重 の目標<", "体重 の目標 51.5–54.25（医師から言われた")
                .doesNotContain("あらかじめ決めた値をこえました");
        assertThat(logged("own-entry-kept", "target", person.toString()))
                .singleElement()
                .satisfies(event -> assertThat(event).doesNotContain("weight", "医師"));
    }

    @Test
    void aValueBeyondTheBoundIsAnsweredWithHerOwnWords() {
        set("systolic", "high", "134", "alert-high", "159", "origin", "self", "advice", "架空内科に電話<b>");
        wrote("systolic", "159", "diastolic", "88");
        assertThat(vitals()).contains("class=\"vital-bound\"").doesNotContain("あらかじめ決めた値をこえました");
        wrote("systolic", "171", "diastolic", "93");
        assertThat(vitals())
                .contains("あらかじめ決めた値をこえました", "血圧の上 171 mmHg（決めた値 159 より高い、自分で決めた）")
                .contains("架空内科に電話&lt;b&gt;", "病気かどうかを示すものではありません")
                .doesNotContain("<b>");
    }

    @Test
    void whatWasMeasuredLongAgoIsNoNews() {
        set("weight", "alert-high", "60.25");
        wrote("weight", "71.35", "measured", today.minusDays(20) + "T07:00");
        assertThat(vitals()).contains(">71.35<").doesNotContain("あらかじめ決めた値をこえました");
    }

    @Test
    void aTargetPutRightOrEndedStaysReadableAsAnEarlierOne() {
        set("temperature", "alert-high", "37.4", "advice", "母に電話");
        assertThat(leads(set("temperature", "alert-high", "37.4", "advice", "母に電話")))
                .isEqualTo("/my/vitals/targets?told=already");
        set("temperature", "alert-high", "37.9", "advice", "母に電話");
        assertThat(targets()).contains("前の目標", "直す前の目標", "37.4 より高い", "37.9 より高い");
        var end = END.matcher(targets());
        assertThat(end.find()).isTrue();
        assertThat(leads(resident.post(end.group(), Map.of()))).isEqualTo("/my/vitals/targets?told=ended");
        assertThat(leads(resident.post(end.group(), Map.of()))).isEqualTo("/my/vitals/targets?told=gone");
        assertThat(targets()).contains("終えた目標", "37.9 より高い").doesNotContain("を終える");
        wrote("temperature", "38.6");
        assertThat(vitals()).doesNotContain("あらかじめ決めた値をこえました", "vital-bound");
    }

    @Test
    void whatCannotBeATargetIsRefusedAndNothingTypedIsLost() {
        var refused = set("systolic", "low", "140", "high", "120", "advice", "架空の先生へ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("低いほうと高いほうが逆です", "value=\"140\"", "value=\"架空の先生へ\"");
        assertThat(set("systolic", "high", "134", "alert-high", "120").body()).contains("知らせる値は、目標の外側に");
        assertThat(set("weight").body()).contains("どれか 1 つは数字を入れてください");
        assertThat(set("weight", "low", "五十").body()).contains("数字だけを入れてください");
        assertThat(set("weight", "low", "9999").body()).contains("ありえない数字です");
        assertThat(set("weight", "low", "50", "origin", "god").body()).contains("どちらかを選んでください");
        assertThat(set("weight", "low", "50", "set-on", today.plusDays(1).toString())
                        .body())
                .contains("きょうまでの日を入れてください");
        assertThat(set("mood", "low", "5").statusCode()).isEqualTo(404);
        assertThat(targets()).doesNotContain("120 以下", "を終える");
    }

    @Test
    void aProxyWhoReadsNoMeasurementsReadsNoTargetAndWhoMayNotDecideSetsNone() {
        set("weight", "low", "51.75", "advice", "内緒のことば");
        var son = card();
        var his = signedIn(son);
        turned(his, son, true, ProxyReading.MEDICINES_AND_EMERGENCY);
        assertThat(his.get("/my/vitals/targets").body()).doesNotContain("51.75", "内緒のことば");
        assertThat(his.get("/my/vitals").body()).doesNotContain("51.75", "内緒のことば");
        assertThat(hisPost(his).statusCode()).isEqualTo(404);
        turned(his, son, false, ProxyReading.ALL);
        assertThat(his.get("/my/vitals/targets").body()).contains("51.75").doesNotContain("の目標を直す");
        assertThat(hisPost(his).statusCode()).isGreaterThanOrEqualTo(400);
        turned(his, son, true, ProxyReading.ALL);
        assertThat(leads(hisPost(his))).isEqualTo("/my/vitals/targets?told=set");
        assertThat(targets()).contains("52.75", "代理人が記録");
    }

    private HttpResponse<String> hisPost(Browser his) {
        return his.post(
                "/my/vitals/targets",
                Map.of(
                        "whose",
                        Long.toString(proxies.of(person).getFirst().id()),
                        "measure",
                        "weight",
                        "low",
                        "52.75",
                        "origin",
                        "self",
                        "set-on",
                        today.toString()));
    }

    private void turned(Browser his, Card son, boolean decides, ProxyReading reads) {
        proxies.of(person).forEach(line -> proxies.end(person, line.id(), "error", office()));
        proxies.record(
                new ProxyDraft(
                        person,
                        son.holder().id(),
                        ProxyKind.CHOSEN,
                        true,
                        decides,
                        reads,
                        today.plusMonths(1),
                        "letter"),
                office());
        his.post(
                "/my/whose",
                Map.of("proxy", Long.toString(proxies.of(person).getFirst().id())));
    }

    @Test
    void nobodyElseEndsHerTarget() {
        set("weight", "low", "51.75");
        var end = END.matcher(targets());
        assertThat(end.find()).isTrue();
        var other = signedIn(card());
        assertThat(leads(other.post(end.group(), Map.of()))).isEqualTo("/my/vitals/targets?told=gone");
        assertThat(other.get("/my/vitals/targets").body()).doesNotContain("51.75");
        assertThat(targets()).contains("51.75", "を終える");
    }
}
