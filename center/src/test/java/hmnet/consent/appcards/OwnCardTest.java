package hmnet.consent.appcards;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.cards.ShownCodes;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.ground.audit.Action;
import hmnet.ground.design.QrText;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The HM card on a telephone: read like the plastic one, once, for a minute, and while the session that shows it
/// stands.
class OwnCardTest extends EmergencyWard {
    @Autowired
    private Proxies proxies;

    private String shown(Browser telephone, PersonId person) {
        var page = telephone.get("/my/card");
        assertThat(page.statusCode()).isEqualTo(200);
        var code = last(person);
        assertThat(page.body())
                .as("the telephone shows this very code")
                .contains(QrText.of(code).path());
        return code;
    }

    private String last(PersonId person) {
        return ShownCodes.last(person, keys(), db);
    }

    private Browser withCard(Card card) {
        var telephone = signedIn(card);
        assertThat(leads(telephone.post("/my/card", Map.of()))).isEqualTo("/my/card");
        return telephone;
    }

    private Requester reception() {
        return at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
    }

    private List<String> readings(PersonId person) {
        return audit.of(person.value(), 500).stream()
                .filter(entry -> entry.action() == Action.CARD_READ)
                .map(entry -> entry.outcome() + " " + entry.detail().get("how"))
                .toList();
    }

    @Test
    void aReceptionReadsItLikeThePlasticCardAndTheTelephoneSaysWhere() {
        var card = card();
        var telephone = signedIn(card);
        assertThat(telephone.get("/my/card").body()).contains("アプリのカードを使いはじめる").doesNotContain("own-card-qr");
        telephone.post("/my/card", Map.of());
        var code = shown(telephone, card.holder().id());
        var reception = member(facility(FacilityKind.CLINIC), Profession.DOCTOR, false);
        var read = reception.browser().post("/cards/reading", Map.of("code", code));
        assertThat(leads(read)).startsWith("/cards/holder?card=");
        assertThat(reception.browser().get(leads(read)).body())
                .contains(card.holder().name(), "この方と連携する");
        assertThat(telephone.get("/my/card").body()).contains("で読み取られました", "まで読み取れます");
        assertThat(readings(card.holder().id())).containsExactly("known app");
    }

    @Test
    void aCapturedPictureShownLaterIsRefusedInWordsAndTheHolderReadsOfIt() {
        var card = card();
        var person = card.holder().id();
        var telephone = withCard(card);
        var code = shown(telephone, person);
        assertThat(cards.readQr(code, reception())).contains(person);
        var second =
                member(facility(FacilityKind.CLINIC), Profession.DOCTOR, false).browser();
        var refused = second.post("/cards/reading", Map.of("code", code));
        assertThat(leads(refused)).isEqualTo("/?problem=passed");
        assertThat(second.get("/?problem=passed").body()).contains("写真や画面の写しでも使えません", "新しいQRを出す");
        var late = shown(telephone, person);
        db.sql("update app_card_code set ends_at = now() - interval '1 second' where person = ?")
                .param(person.value())
                .update();
        assertThat(cards.readQr(late, reception())).isEmpty();
        assertThat(cards.passed(late)).isTrue();
        assertThat(readings(person)).containsExactly("passed app", "passed app", "known app");
        assertThat(telephone.get("/my/log").body()).contains("時間の過ぎた、または使われたあとの QR");
    }

    @Test
    void ofTwoReadersAtOnceOneGetsIt() throws Exception {
        var card = card();
        var code = shown(withCard(card), card.holder().id());
        var readers = Stream.generate(this::reception).limit(4).toList();
        var start = new CyclicBarrier(readers.size());
        try (var threads = Executors.newFixedThreadPool(readers.size())) {
            var tasks = readers.stream()
                    .<Callable<Boolean>>map(reader -> () -> {
                        start.await();
                        return cards.readQr(code, reader).isPresent();
                    })
                    .toList();
            var got = 0;
            for (var task : threads.invokeAll(tasks)) {
                got += task.get() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        }
    }

    @Test
    void whatIsForgedOrTypedByNumberIsNoCard() {
        var card = card();
        var code = shown(withCard(card), card.holder().id());
        var altered = code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A");
        var another = code.replaceFirst("\\.[0-9]+\\.", ".99999999.");
        for (var forged : List.of(altered, another, "HM2.", "HM2.0.ABCDEFGHIJKLMNOP", "HM2.1.ABCDEFGHIJKLMNOP")) {
            assertThat(cards.readQr(forged, reception())).as(forged).isEmpty();
            assertThat(cards.passed(forged)).as(forged).isFalse();
        }
        var number = db.sql("select number from card where person = ? and scheme = 'hm-app'")
                .param(card.holder().id().value())
                .query(String.class)
                .single();
        assertThat(cards.find(number, office()))
                .as("its number is on no carrier")
                .isEmpty();
        var wide = code.toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(c -> Character.toString(c + 0xFEE0))
                .toList();
        assertThat(cards.readQr(String.join("", wide), reception()))
                .as("in any width and case")
                .contains(card.holder().id());
    }

    @Test
    void itEndsWithTheSessionTheCardAndTheLoss() {
        var card = card();
        var person = card.holder().id();
        var telephone = withCard(card);
        var code = shown(telephone, person);
        telephone.post("/my/signout", Map.of());
        assertThat(cards.readQr(code, reception())).as("signed out").isEmpty();
        assertThat(cards.passed(code)).isTrue();

        again(telephone, card, PASSWORD);
        code = shown(telephone, person);
        assertThat(telephone.get("/my/card/end").body()).contains("プラスチックのHMカードは、そのまま使えます");
        assertThat(leads(telephone.post("/my/card/end", Map.of()))).isEqualTo("/my/card?done=ended");
        assertThat(cards.readQr(code, reception()))
                .as("stopped by the resident")
                .isEmpty();
        assertThat(cards.readQr(cards.qrOf(card.number()), reception())).contains(person);

        telephone.post("/my/card", Map.of());
        code = shown(telephone, person);
        cards.end(person, "lost", office());
        assertThat(cards.readQr(code, reception()))
                .as("the office ends all cards")
                .isEmpty();
        assertThat(telephone.get("/my/card").statusCode()).isEqualTo(303);
    }

    @Test
    void theDeskAndTheEmergencyDoorReadItAndSayWhenItIsOver() {
        var card = card();
        var person = card.holder().id();
        var telephone = withCard(card);
        var code = shown(telephone, person);
        var crew = emergencyDoctor().browser();
        assertThat(crew.post("/emergency/search", Map.of("who", code)).body())
                .contains(card.holder().name());
        assertThat(crew.post("/emergency/search", Map.of("who", code)).body())
                .contains("写真や画面の写しでは使えません")
                .doesNotContain(card.holder().name());
        assertThat(cards.find(shown(telephone, person), office())).contains(person);
    }

    @Test
    void aPageLeftOpenStopsByItselfAndNobodyShowsAHeapOfCodes() {
        var card = card();
        var telephone = withCard(card);
        assertThat(telephone.get("/my/card?turn=4").body())
                .contains("own-card-qr", "data-hx-get=\"/my/card?turn=5\"", "load delay:55s");
        assertThat(telephone.get("/my/card?turn=5").body())
                .contains("QR を出すのを止めています")
                .doesNotContain("own-card-qr", "data-hx-get");
        db.sql("""
                insert into app_card_code (number, person, session, ends_at)
                select number, person, session, ends_at from app_card_code, generate_series(1, 40) where person = ?""").param(card.holder().id().value()).update();
        var refused = telephone.get("/my/card");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("短い間に出しすぎました").doesNotContain("own-card-qr");
    }

    @Test
    void whoRepresentsSomebodyShowsTheirCardOnlyIfTheyMayDecide() {
        var child = card().holder().id();
        consents.record(child, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        var mother = card();
        var telephone = signedIn(mother);
        represented(child, mother.holder().id(), false);
        turn(telephone, proxy(child, mother));
        assertThat(telephone.get("/my/card").statusCode()).isEqualTo(404);
        assertThat(telephone.post("/my/card", Map.of()).statusCode()).isEqualTo(404);

        var father = card();
        var his = signedIn(father);
        represented(child, father.holder().id(), true);
        turn(his, proxy(child, father));
        var whose = Map.of("whose", Long.toString(proxy(child, father)));
        his.post("/my/card", whose);
        var code = shown(his, child);
        assertThat(cards.readQr(code, reception())).contains(child);
        var open = shown(his, child);
        his.post("/my/whose", Map.of());
        assertThat(cards.readQr(open, reception()))
                .as("his own page is open again")
                .isEmpty();
        turn(his, proxy(child, father));
        var last = shown(his, child);
        proxies.end(child, proxy(child, father), "paper", office());
        assertThat(cards.readQr(last, reception()))
                .as("the representation ended")
                .isEmpty();
    }

    private void represented(PersonId person, PersonId by, boolean decides) {
        var until = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusYears(1);
        proxies.record(
                new ProxyDraft(
                        person, by, ProxyKind.CHOSEN, true, decides, ProxyReading.NOTHING, until, "family-register"),
                office());
    }

    private long proxy(PersonId person, Card by) {
        return db.sql("select id from proxy where person = ? and proxy = ? and ended_at is null")
                .params(person.value(), by.holder().id().value())
                .query(Long.class)
                .single();
    }

    private static void turn(Browser telephone, long proxy) {
        telephone.post("/my/whose", Map.of("proxy", Long.toString(proxy)));
    }

    @Test
    void nobodyWhoIsNotSignedInAsThemselvesHasOne() {
        assertThat(browser().get("/my/card").statusCode()).isEqualTo(303);
        assertThat(browser().post("/my/card", Map.of()).statusCode()).isIn(303, 401, 403);
        var staff = member(hospital(), Profession.DOCTOR, false).browser();
        assertThat(staff.get("/my/card").statusCode()).isEqualTo(303);
    }
}
