package hmnet.consent.support;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.disaster.DisasterWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident says that they need support; their municipality's desk sees it, and nobody else.
class SupportTest extends DisasterWard {
    @Autowired
    private Protections protections;

    @Test
    void theMunicipalitySeesWhoAgreedAndTheirLogSaysEachTime() {
        var desk = desk(townHall());
        var whom = carried(ConsentChoice.NOTHING);
        var name = whom.card().holder().name();
        assertThat(desk.get("/support").body()).doesNotContain(name);
        var own = signedIn(whom.card());
        assertThat(own.get("/my/support").body()).contains("架空市役所", "診療の記録、病名、薬は見えません");
        assertThat(own.post("/my/support", said("人工呼吸器は毎晩", "")).statusCode())
                .as("without agreeing")
                .isEqualTo(422);
        assertThat(leads(own.post("/my/support", said("人工呼吸器は毎晩", "yes")))).isEqualTo("/my/support?done=said");
        assertThat(last(desk)).contains(name, "人工透析", "人工呼吸器は毎晩").doesNotContain("架空ワルファリン錠");
        var file = desk.post("/support/file", Map.of());
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body()).contains(name, "人工呼吸器は毎晩");
        assertThat(desk.post("/support/paper", Map.of()).body()).contains(name);
        assertThat(entries(whom.person(), Action.SUPPORT_LISTED)).hasSize(1);
        assertThat(entries(whom.person(), Action.SUPPORT_EXPORTED)).hasSize(2);
        assertThat(own.get("/my/log").body()).contains("要配慮者の名簿で見ました", "要配慮者の名簿を保存か印刷しました");
        assertThat(leads(own.post("/my/support/end", Map.of()))).isEqualTo("/my/support?done=ended");
        assertThat(last(desk)).doesNotContain(name);
    }

    @Test
    void theDeskTakesDownWhatAResidentSignedAndEndsIt() {
        var desk = desk(townHall());
        var whom = carried(ConsentChoice.NOTHING);
        var qr = cards.qrOf(whom.card().number());
        var ticket = ticket(desk.post("/support/desk/search", Map.of("who", qr)));
        assertThat(desk.post("/support/desk", Map.of("card", ticket, "needs", "dialysis"))
                        .statusCode())
                .as("without a signature")
                .isEqualTo(422);
        assertThat(desk.post("/support/desk", Map.of("card", "forged", "needs", "dialysis", "signed", "yes"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(leads(desk.post(
                        "/support/desk",
                        Map.of("card", ticket, "needs", "dialysis", "words", "紙の言葉", "signed", "yes"))))
                .isEqualTo("/support/desk?done=said");
        assertThat(last(desk)).contains("紙の言葉");
        var own = signedIn(whom.card());
        assertThat(own.get("/my/support").body()).contains("紙の言葉");
        assertThat(own.get("/my/log").body()).contains("災害時の支援の申出");
        assertThat(leads(desk.post("/support/desk/end", Map.of("card", ticket))))
                .isEqualTo("/support/desk?done=ended");
        assertThat(last(desk)).doesNotContain("紙の言葉");
        var other = desk(at("広島県見本市１", FacilityKind.MUNICIPALITY, Direction.MUNICIPALITY));
        assertThat(other.post("/support/desk/search", Map.of("who", qr)).statusCode())
                .isEqualTo(403);
        assertThat(other.post("/support/desk", Map.of("card", ticket, "needs", "dialysis", "signed", "yes"))
                        .statusCode())
                .as("another desk's ticket")
                .isEqualTo(403);
    }

    @Test
    void aQrOfTheAppWhoseTimeIsOverSaysSoAtTheDesk() {
        var answer = desk(townHall())
                .post("/support/desk/search", Map.of("who", passedCode(carried(ConsentChoice.NOTHING))));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("新しいQRを出す").doesNotContain("見つかりません");
    }

    @Test
    void whatWasSaidLastHolds() {
        var desk = desk(townHall());
        var whom = carried(ConsentChoice.NOTHING);
        var own = signedIn(whom.card());
        own.post("/my/support", said("古い言葉", "yes"));
        own.post("/my/support", said("新しい言葉", "yes"));
        assertThat(last(desk)).contains("新しい言葉").doesNotContain("古い言葉");
        assertThat(own.get("/my/support").body()).contains("新しい言葉");
        assertThat(own.post("/my/support", Map.of("agreed", "yes")).statusCode())
                .isEqualTo(422);
        var tooLong = own.post("/my/support", said("長".repeat(501), "yes"));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("長".repeat(500));
    }

    @Test
    void aProtectedPersonStandsOnNoList() {
        var desk = desk(townHall());
        var whom = carried(ConsentChoice.NOTHING);
        var own = signedIn(whom.card());
        own.post("/my/support", said("隠れる前の言葉", "yes"));
        assertThat(last(desk)).contains("隠れる前の言葉");
        protections.begin(whom.person(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        assertThat(last(desk)).doesNotContain("隠れる前の言葉");
        assertThat(desk.post("/support/file", Map.of()).body()).doesNotContain("隠れる前の言葉");
    }

    @Test
    void nobodyElseSeesTheList() {
        var townHall = townHall();
        var whom = carried(ConsentChoice.EVERYTHING);
        signedIn(whom.card()).post("/my/support", said("よそに見えない言葉", "yes"));
        var other = at("広島県見本市１", FacilityKind.MUNICIPALITY, Direction.MUNICIPALITY);
        var elsewhere = desk(other);
        assertThat(elsewhere.get("/support").statusCode()).isEqualTo(403);
        assertThat(elsewhere.get("/support").body()).doesNotContain("よそに見えない言葉");
        assertThat(elsewhere.post("/support/file", Map.of()).body()).doesNotContain("よそに見えない言葉");
        for (var turnedAway : new Browser[] {
            inTown(townHall, Profession.NURSE),
            inTown(FacilityKind.HOSPITAL, Profession.DOCTOR),
            operator(),
            browser(),
            signedIn(carried(ConsentChoice.NOTHING).card())
        }) {
            assertThat(turnedAway.get("/support").statusCode()).isIn(404, 303);
            for (var path : new String[] {"/support/file", "/support/paper"}) {
                assertThat(turnedAway.post(path, Map.of()).statusCode()).isIn(404, 303, 401);
            }
        }
        assertThat(leads(desk(townHall).get("/my/support"))).startsWith("/my/signin");
    }

    @Test
    void wordsAreReadBackAsTheyWereSealed() {
        var said = new SupportWords(Set.of(NeededSupport.ALONE, NeededSupport.DIALYSIS), "二行\nの言葉");
        assertThat(SupportWords.read(said.text())).isEqualTo(said);
        assertThat(SupportWords.read(new SupportWords(Set.of(), "").text()).isEmpty())
                .isTrue();
    }

    private Map<String, String> said(String words, String agreed) {
        return new HashMap<>(Map.of("needs", "dialysis", "words", words, "agreed", agreed));
    }

    /// The page on which whoever said so last stands.
    private static String last(Browser desk) {
        var page = desk.get("/support").body();
        for (var next = next(page); !next.isEmpty(); next = next(page)) {
            page = desk.get(next).body();
        }
        return page;
    }

    private static String next(String page) {
        return page.contains("/support?after=")
                ? page.replaceAll("(?s).*href=\"(/support\\?after=\\d+)\".*", "$1")
                : "";
    }
}
