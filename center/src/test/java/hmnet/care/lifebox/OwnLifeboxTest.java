package hmnet.care.lifebox;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.ground.audit.Action;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.signin.Browser;
import hmnet.people.links.Persons;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident writes what others should know when they cannot speak, and it stands as they signed it.
class OwnLifeboxTest extends LifeboxWard {
    private static final String WISH = "苦しいのは嫌です。最期は家で、猫と。";

    @Autowired
    private Proxies proxies;

    @Autowired
    private Persons persons;

    @Test
    void whatSheSignsStandsWordForWordAndWhatSheLeavesOutIsNotNone() {
        signed(
                "allergy-known=", "none",
                "wish-known=", "yes",
                "wish-want", WISH,
                "wish-with", "長女と山本医師",
                "wish-day", "2026-10-01",
                "show=", "all");
        assertThat(page()).contains(WISH, "長女と山本医師", "本人が記入", "医師の指示ではありません", "私の知るかぎり、ない", "書かれていません", "救急隊に見せる");
        assertThat(lifeboxes.standing(person)).isPresent();
        assertThat(entries(person, Action.FORM_SIGNED)).hasSize(1);
        assertThat(logged("form-signed", "signed", person.toString()))
                .singleElement()
                .satisfies(event -> assertThat(event).doesNotContain("猫"));
    }

    @Test
    void aDraftIsKeptUntilItIsSignedAndNobodyElseOpensIt() {
        var draft = begun(resident, "");
        assertThat(leads(step(resident, draft, "leave", "", answers("self-crew", "右の耳が遠いです"))))
                .isEqualTo(PAGE);
        assertThat(page()).contains("書きかけの続きを書く").doesNotContain("右の耳が遠いです");
        assertThat(begun(resident, "")).isEqualTo(draft);
        assertThat(resident.get(draft + "?step=9").body()).contains("右の耳が遠いです");
        var stranger = signedIn(card());
        assertThat(stranger.get(draft).statusCode()).isEqualTo(404);
        assertThat(leads(stranger.post(draft, Map.of("act", "sign", "seen", "1"))))
                .as("as of a draft that is no more")
                .isEqualTo(PAGE + "?told=gone");
        assertThat(stranger.post(draft + "/discard", Map.of()).statusCode()).isEqualTo(404);
        assertThat(stranger.get(PAGE).body()).doesNotContain("右の耳が遠いです");
    }

    @Test
    void whatIsMissingIsToldWhereItStandsAndNothingTypedIsLost() {
        var draft = begun(resident, "");
        var answer = step(resident, draft, "sign", "", answers("self-crew", "右の耳が遠いです"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("救急隊に見せますか", "直すところが 1 か所");
        assertThat(resident.get(draft + "?step=9").body()).contains("右の耳が遠いです");
        assertThat(lifeboxes.standing(person)).isEmpty();
    }

    @Test
    void puttingItRightTakesItsPlaceAndWhatStoodBeforeIsRead() {
        signed("disease-known=", "yes", "disease-text", "狭心症", "show=", "all");
        var first = lifeboxes.standing(person).orElseThrow();
        signed("disease-text", "心筋梗塞（2026年）", "show=", "all");
        assertThat(page()).contains("心筋梗塞（2026年）", "以前の内容").doesNotContain("狭心症");
        assertThat(resident.get(PAGE + "/" + first.id()).body()).contains("狭心症", "いまの内容ではありません");
        assertThat(signedIn(card()).get(PAGE + "/" + first.id()).statusCode()).isEqualTo(404);
        assertThat(lifeboxes.standing(person).orElseThrow().form()).isEqualTo(first.form());
    }

    @Test
    void whoeverSignsLaterSeesWhatWasSignedMeanwhileAndTheirWordsStay() {
        signed("self-crew", "犬がいます", "show=", "all");
        var mine = begun(resident, "");
        var daughter = daughter(true, ProxyReading.ALL);
        signed(daughter.browser(), daughter.whose(), "self-crew", "猫がいます", "show=", "all");
        var late = step(resident, mine, "sign", "", answers("self-crew", "鳥がいます", "show=", "all"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("書いているあいだに");
        var standing = lifeboxes.standing(person).orElseThrow();
        var again = new HashMap<>(answers("self-crew", "鳥がいます", "show=", "all"));
        again.put("over", standing.id().toString());
        assertThat(leads(step(resident, mine, "sign", "", again))).isEqualTo(PAGE + "?told=signed");
        assertThat(page()).contains("鳥がいます").doesNotContain("猫がいます");
    }

    @Test
    void whatWasFiledUnderAChartThatIsNotHersAnyMoreIsShownToNobody() {
        signed("self-crew", "右の耳が遠いです", "show=", "all");
        assertThat(firstLook()).contains("右の耳が遠いです");
        var number = handbook.find(person).orElseThrow().number();
        persons.unlink(persons.current(notebook, number).orElseThrow(), person, office().actor(), "wrong link");
        assertThat(page()).contains("まだ書かれていません").doesNotContain("右の耳が遠いです");
        assertThat(firstLook()).doesNotContain("右の耳が遠いです");
    }

    @Test
    void whatStandsOpensOnHerTelephoneWithoutANetwork() {
        signed("self-crew", "右の耳が遠いです", "show=", "nothing");
        var copy = resident.post("/handbook/copy", Map.of("whose", "own"), "Accept", "application/json");
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body()).contains("/my/lifebox", "右の耳が遠いです", "書かれていません");
    }

    /// Somebody who represents the person.
    private record Daughter(Browser browser, String whose) {}

    private Daughter daughter(boolean decides, ProxyReading reads) {
        var hers = card();
        var browser = signedIn(hers);
        proxies.record(
                new ProxyDraft(
                        person,
                        hers.holder().id(),
                        ProxyKind.CHOSEN,
                        true,
                        decides,
                        reads,
                        LocalDate.now(JapaneseDates.JAPAN).plusMonths(1),
                        "letter"),
                office());
        var whose = Long.toString(proxies.of(person).getFirst().id());
        browser.post("/my/whose", Map.of("proxy", whose));
        return new Daughter(browser, whose);
    }

    @Test
    void whoDecidesForHerWritesAsHerProxyAndWhoDoesNotReadsAlone() {
        var deciding = daughter(true, ProxyReading.ALL);
        signed(deciding.browser(), deciding.whose(), "self-crew", "耳が遠い", "show=", "all");
        assertThat(page()).contains("代理人が記入", "耳が遠い");
        assertThat(resident.get("/my/log").body()).contains("代理人として署名しました");
        proxies.end(person, Long.parseLong(deciding.whose()), "error", office());
        assertThat(deciding.browser().get(PAGE).body())
                .as("ended: her own page")
                .doesNotContain("耳が遠い");
        assertThat(leads(deciding.browser().post(PAGE, Map.of("whose", deciding.whose()))))
                .doesNotStartWith(PAGE + "/drafts");
        var reading = daughter(false, ProxyReading.ALL);
        assertThat(reading.browser().get(PAGE).body()).contains("耳が遠い").doesNotContain(">書き直す<", "このままでよい");
        var box = lifeboxes.standing(person).orElseThrow();
        for (var act : new String[] {"", "/" + box.id() + "/review", "/" + box.id() + "/refusal"}) {
            assertThat(reading.browser()
                            .post(PAGE + act, Map.of("whose", reading.whose()))
                            .statusCode())
                    .as(act)
                    .isIn(403, 404);
        }
        var blind = daughter(true, ProxyReading.NOTHING);
        assertThat(blind.browser().get(PAGE).body()).doesNotContain("耳が遠い");
        assertThat(blind.browser().post(PAGE, Map.of("whose", blind.whose())).statusCode())
                .isIn(403, 404);
    }

    @Test
    void afterSomeMonthsOneTapSaysThatItIsRightStill() throws SQLException {
        signed("self-crew", "耳が遠い", "show=", "all");
        var box = lifeboxes.standing(person).orElseThrow();
        assertThat(resident.get("/handbook").body()).doesNotContain("このままでよいですか");
        monthsAgo(7);
        assertThat(resident.get("/handbook").body()).contains("このままでよいですか");
        assertThat(page()).contains("このままでよいですか");
        assertThat(signedIn(card())
                        .post(PAGE + "/" + box.id() + "/review", Map.of())
                        .headers()
                        .firstValue("Location"))
                .hasValue(PAGE + "?told=changed");
        assertThat(leads(resident.post(PAGE + "/" + UUID.randomUUID() + "/review", Map.of())))
                .isEqualTo(PAGE + "?told=changed");
        assertThat(leads(resident.post(PAGE + "/" + box.id() + "/review", Map.of())))
                .isEqualTo(PAGE + "?told=reviewed");
        assertThat(page()).contains("このままでよいと確認").doesNotContain("このままでよいですか");
        assertThat(resident.get("/handbook").body()).doesNotContain("このままでよいですか");
        assertThat(entries(person, Action.LIFEBOX_SETTLED)).hasSize(1);
    }
}
