package hmnet.consent.residentnotices;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Action;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.signin.Browser;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a resident is told of what others did about them.
class OwnNoticesTest extends EmergencyWard {
    private static final String AT = "/my/notices";

    @Autowired
    private Proxies proxies;

    @Autowired
    private ResidentNotices notices;

    private Card card;
    private Browser resident;

    @BeforeEach
    void aResident() {
        card = card();
        resident = signedIn(card);
    }

    private String list() {
        return resident.get(AT).body();
    }

    @Test
    void aTypedNumberIsToldUntilThePersonSaysThatTheyReadIt() {
        relations.begin(doctor(), card.holder().id(), RelationOrigin.TYPED);
        assertThat(resident.get("/my").body()).contains("読んでいないお知らせが 1 件あります");
        var page = list();
        assertThat(page).contains("カードの番号を入力して", "未読", "すべて読みました");
        var last = page.replaceAll("(?s).*name=\"last\" value=\"([0-9]+)\".*", "$1");
        assertThat(leads(resident.post(AT + "/seen", Map.of("last", last)))).isEqualTo(AT + "?told=seen");
        assertThat(list()).contains("カードの番号を入力して").doesNotContain("未読", "すべて読みました");
        assertThat(resident.get("/my").body()).doesNotContain("読んでいないお知らせ");
        assertThat(entries(card.holder().id(), Action.OWN_PAGE_SHOWN).stream()
                        .map(entry -> entry.detail().get("page")))
                .contains("notices");
    }

    @Test
    void anOpeningInAnEmergencyAConsentAndALostCardAreTold() {
        var whom = carried(card, ConsentChoice.EVERYTHING);
        var doctor = emergencyDoctor();
        opened(doctor.browser(), whom, glass(doctor.codes().apply(0)));
        assertThat(list())
                .contains("窓口で、あなたの同意が登録されました", "救急のために、あなたの記録が開かれました")
                .as("nothing of the record")
                .doesNotContain("架空ワルファリン錠");
        cards.reissue(card.holder(), "lost", office());
        assertThat(db.sql("select kind from resident_notice where person = ? order by id")
                        .param(card.holder().id().value())
                        .query(String.class)
                        .list())
                .containsSubsequence("consent-recorded", "emergency-opened", "card-issued");
    }

    @Test
    void whatCameAfterThePageWasDrawnStaysUnread() {
        relations.begin(doctor(), card.holder().id(), RelationOrigin.TYPED);
        var last = list().replaceAll("(?s).*name=\"last\" value=\"([0-9]+)\".*", "$1");
        relations.begin(doctor(), card.holder().id(), RelationOrigin.DESK);
        resident.post(AT + "/seen", Map.of("last", last));
        assertThat(resident.get("/my").body()).contains("読んでいないお知らせが 1 件あります");
    }

    @Test
    void nobodyElseReadsThemOrMarksThem() {
        relations.begin(doctor(), card.holder().id(), RelationOrigin.TYPED);
        var other = signedIn(card());
        assertThat(other.get(AT).body()).contains("お知らせはありません");
        other.post(AT + "/seen", Map.of("last", Long.toString(Long.MAX_VALUE)));
        assertThat(list()).contains("未読");
        assertThat(browser().get(AT).statusCode()).isNotEqualTo(200);
    }

    @Test
    void whoRepresentsHerReadsNothingOfAProtectionAndMarksNothing() {
        var person = card.holder().id();
        relations.begin(doctor(), person, RelationOrigin.TYPED);
        transaction.executeWithoutResult(status -> notices.tell(person, ResidentNoticeKind.PROTECTED, null));
        var daughter = card();
        proxies.record(
                new ProxyDraft(
                        person,
                        daughter.holder().id(),
                        ProxyKind.CHOSEN,
                        true,
                        false,
                        ProxyReading.ALL,
                        LocalDate.now(JapaneseDates.JAPAN).plusMonths(1),
                        "letter"),
                office());
        var hers = signedIn(daughter);
        hers.post(
                "/my/whose",
                Map.of("proxy", Long.toString(proxies.of(person).getFirst().id())));
        var seen = hers.get(AT);
        assertThat(seen.body()).doesNotContain("保護が始まりました").contains("カードの番号を入力して");
        hers.post(AT + "/seen", Map.of("last", Long.toString(Long.MAX_VALUE)));
        assertThat(list()).contains("保護が始まりました", "未読");
    }
}
