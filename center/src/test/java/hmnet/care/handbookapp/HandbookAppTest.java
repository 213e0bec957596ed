package hmnet.care.handbookapp;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.proxies.ProxyReading;
import hmnet.formats.model.code.Label;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.signin.Browser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a telephone is given of a handbook, who is turned away, and when the telephone is told to destroy it.
class HandbookAppTest extends HandbookWard {
    @Autowired
    private Audit audit;

    @Autowired
    private Protections protections;

    private Browser resident;

    @BeforeEach
    void theyComeIn() {
        resident = signedIn(card);
    }

    private static HttpResponse<String> taken(Browser browser, String whose) {
        return browser.post("/handbook/copy", Map.of("whose", whose), "Accept", "application/json");
    }

    private static JsonNode state(Browser browser) {
        return JsonMapper.shared().readTree(browser.get("/handbook/state").body());
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void theHomeSaysWhoseItIsAndLeadsToEachDailyThingInOneTap() {
        var home = resident.get("/handbook");
        assertThat(home.body())
                .contains(card.holder().name() + " さんの健康手帳", "href=\"/handbook/app.webmanifest\"")
                .contains("/my/medicines", "/my/results", "/my/visits", "/my/emergency-code", "/my/log");
        assertThat(home.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(policy(home)).contains("manifest-src 'self'").doesNotContain("unsafe");
        assertThat(leads(browser().get("/handbook"))).isEqualTo("/my/signin?return=/handbook");
    }

    @Test
    void whoSignsInFromTheAppComesBackToIt() {
        var again = browser();
        var answer = again.post(
                "/my/signin", Map.of("card", card.number().value(), "password", PASSWORD, "return", "/handbook"));
        assertThat(leads(answer)).isEqualTo("/handbook");
    }

    @Test
    void aCopyHoldsTheMedicinesAndIsOneEventInTheLog() {
        var answer = taken(resident, "own");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var copy = JsonMapper.shared().readTree(answer.body());
        assertThat(copy.path("name").asString()).isEqualTo(card.holder().name());
        assertThat(copy.path("writes").asBoolean()).isTrue();
        assertThat(copy.path("pages").path(0).path("address").asString()).isEqualTo("/my/medicines");
        assertThat(copy.path("pages").path(0).path("html").asString())
                .contains("架空錠１ｍｇ", "アレルギー", "ここに出ないもの")
                .doesNotContain("<html", "<main");
        assertThat(Instant.parse(copy.path("until").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(13)), Instant.now().plus(Duration.ofDays(15)));
        assertThat(audit.of(person.value(), 50).stream().filter(entry -> entry.action() == Action.OWN_CHART_OPENED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("view", "own/handbook-copy"));
    }

    @Test
    void whatThePersonWasNotToldOfLeavesNoTraceInTheCopy() throws SQLException {
        turnUninformed();
        var before = pages();
        turnUninformed();
        assertThat(pages()).contains("架空錠１ｍｇ").isNotEqualTo(before);
        filed(hospital, papers().prescription("000000000000202", "告げられていない錠"));
        turnUninformed();
        assertThat(pages()).as("byte for byte").isEqualTo(before);
    }

    private String pages() {
        return JsonMapper.shared()
                .readTree(taken(resident, "own").body())
                .path("pages")
                .toString();
    }

    /// Labels lie sealed: what turns one on turns it off again.
    private void turnUninformed() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("update record set labels = labels # " + Label.UNINFORMED.mask() + " where facility = "
                    + hospital.value() + " and kind = 4");
            connection.commit();
        }
    }

    @Test
    void aDaughterGetsTheCopyOfWhoseHandbookIsOpenAndOnlyAsSheMayRead() {
        var daughter = card();
        var hers = turned(signedIn(daughter), daughter, ProxyReading.MEDICINES_AND_EMERGENCY);
        assertThat(leads(taken(hers, "own"))).as("begun for herself").isEqualTo("/my/whose?told=changed");
        var copy = JsonMapper.shared().readTree(taken(hers, representation()).body());
        assertThat(copy.path("name").asString()).isEqualTo(card.holder().name());
        assertThat(copy.path("whose").asString()).isEqualTo(representation());
        assertThat(copy.path("writes").asBoolean())
                .as("she does not decide for her")
                .isFalse();
        assertThat(resident.get("/my/log").body()).contains("代わりに、ご本人の診療の記録を見ました");
        assertThat(state(hers).path("copies")).hasSize(2);
        proxies.end(person, Long.parseLong(representation()), "error", office());
        assertThat(state(hers).path("copies")).as("what is named no more goes").hasSize(1);
        assertThat(taken(turned(hers, daughter, ProxyReading.NOTHING), representation())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatADeviceWroteWithoutANetworkIsTakenFromItsOwnResidentAlone() {
        assertThat(queued(resident)).as("no copy on this device").isEqualTo(401);
        taken(resident, "own");
        assertThat(queued(resident)).as("read, and told what is wrong").isEqualTo(422);
        var other = card();
        first(resident, other, BORN, letter(other.holder().id()));
        choose(resident, PASSWORD);
        assertThat(queued(resident)).as("somebody else came in on it").isEqualTo(401);
    }

    private static int queued(Browser browser) {
        return browser.post("/my/vitals", Map.of("queued", "yes", "entry", "x"), "Accept", "application/json")
                .statusCode();
    }

    @Test
    void nobodyWithoutASessionGetsACopy() {
        assertThat(browser()
                        .post("/handbook/copy", Map.of(), "Accept", "application/json")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionThatIdlesOutLeavesTheCopyAndEverythingElseTakesItAway() {
        taken(resident, "own");
        assertThat(state(resident).path("stands").asBoolean()).isTrue();
        assertThat(state(resident).path("open").asString()).isEqualTo("own");
        db.sql("delete from resident_session where account = (select id from resident_account where person = ?)")
                .param(person.value())
                .update();
        assertThat(state(resident).path("stands").asBoolean()).isTrue();
        assertThat(state(resident).path("open").isNull()).isTrue();
        db.sql("update resident_device set seen_at = now() - interval '15 days'")
                .update();
        assertThat(state(resident).path("stands").asBoolean())
                .as("not opened for long")
                .isFalse();
        assertThat(resident.cookie("hmnet-kept")).isEmpty();
    }

    private boolean stands() {
        return state(resident).path("stands").asBoolean();
    }

    @Test
    void aSignOutEndsTheCopyHereAndFromAnyOtherDevice() {
        taken(resident, "own");
        resident.post("/my/signout", Map.of());
        assertThat(stands()).isFalse();
        again(resident, card, PASSWORD);
        taken(resident, "own");
        var elsewhere = browser();
        again(elsewhere, card, PASSWORD);
        elsewhere.post("/my/signout/everywhere", Map.of());
        assertThat(stands()).isFalse();
    }

    @Test
    void aNewPasswordEndsTheCopy() {
        taken(resident, "own");
        var elsewhere = browser();
        again(elsewhere, card, PASSWORD);
        elsewhere.post(
                "/my/password", Map.of("current", PASSWORD, "password", "夏の小川はさらさら行くよ", "again", "夏の小川はさらさら行くよ"));
        assertThat(stands()).isFalse();
    }

    @Test
    void aWrongLinkTakenBackEmptiesTheCopy() {
        taken(resident, "own");
        assertThat(state(resident).path("copies").path(0).path("stale").asBoolean())
                .isFalse();
        unlink();
        assertThat(stands()).isTrue();
        assertThat(state(resident).path("copies").path(0).path("stale").asBoolean())
                .isTrue();
        taken(resident, "own");
        assertThat(state(resident).path("copies").path(0).path("stale").asBoolean())
                .as("a new one is without that chart")
                .isFalse();
    }

    @Test
    void aDeadCardEndsTheCopy() {
        taken(resident, "own");
        db.sql("update card set state = 'dead' where number = ?")
                .param(card.number().value())
                .update();
        assertThat(stands()).isFalse();
    }

    @Test
    void aProtectionEndsTheCopy() {
        taken(resident, "own");
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        assertThat(stands()).isFalse();
    }

    @Test
    void anAccountHasTenDevicesAtMost() {
        taken(resident, "own");
        for (var device = 0; device < 10; device++) {
            var other = browser();
            again(other, card, PASSWORD);
            taken(other, "own");
        }
        assertThat(stands()).as("the one that asked longest ago").isFalse();
        assertThat(db.sql(
                                "select count(*) from resident_device d join resident_account a on a.id = d.account where a.person = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void anotherResidentWhoSignsInEndsTheCopy() {
        taken(resident, "own");
        var other = card();
        signedIn(other);
        again(resident, other, PASSWORD);
        assertThat(state(resident).path("stands").asBoolean()).isFalse();
        assertThat(db.sql(
                                "select count(*) from resident_device d join resident_account a on a.id = d.account where a.person = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void askingKeepsNoSessionAwakeAndTellsAStrangerNothing() {
        taken(resident, "own");
        db.sql("update resident_session set last_seen = now() - interval '5 minutes'")
                .update();
        state(resident);
        assertThat(db.sql("select bool_and(last_seen < now() - interval '4 minutes') from resident_session")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(browser().get("/handbook/state").body()).isEqualTo("{\"stands\":false,\"open\":null,\"copies\":[]}");
    }

    @Test
    void theShellNamesNobodyAndTheWorkerAnswersForTheHandbookAlone() {
        var shell = resident.get("/handbook/kept");
        assertThat(shell.body()).doesNotContain(card.holder().name()).contains("圏外");
        assertThat(policy(shell))
                .contains("form-action 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        var worker = browser().get("/handbook/service.js");
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).contains("/handbook");
        assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(worker.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        assertThat(worker.body()).startsWith("globalThis.handbook={\"version\":");
        assertThat(browser().get("/handbook/service.js").body()).isEqualTo(worker.body());
    }

    @Test
    void aTelephoneIsToldWhatItInstalls() throws IOException {
        var answer = browser().get("/handbook/app.webmanifest", "Accept-Language", "ja");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/manifest+json"));
        var manifest = JsonMapper.shared().readTree(answer.body());
        assertThat(manifest.path("name").asString()).isEqualTo("ひろしま健康手帳");
        assertThat(manifest.path("start_url").asString()).isEqualTo("/handbook");
        assertThat(manifest.path("display").asString()).isEqualTo("standalone");
        for (var icon : manifest.path("icons")) {
            assertThat(drawn(icon.path("src").asString()).getWidth() + "x")
                    .isEqualTo(icon.path("sizes").asString().replaceAll("x.*", "x"));
        }
        assertThat(browser().get("/handbook/icon/other.png").statusCode()).isEqualTo(404);
    }

    private BufferedImage drawn(String address) throws IOException {
        try (var png = browser().stream(address).body()) {
            return ImageIO.read(png);
        }
    }
}
