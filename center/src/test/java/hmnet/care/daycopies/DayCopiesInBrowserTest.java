package hmnet.care.daycopies;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.care.emergency.EmergencyWard;
import hmnet.care.today.TodaysPatients;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Action;
import hmnet.ground.design.Axe;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A nurse reads today's patients on a tablet where there is no network; after her shift nobody does.
@NeedsBrowser
class DayCopiesInBrowserTest extends EmergencyWard {
    private static final long HOUR_MS = 3_600_000;
    private static final String PIN = "240617";

    /// How much lies in the browser's store of copies, keys included.
    private static final String HELD = """
            async () => {
              const open = indexedDB.open("hmnet-day");
              const base = await new Promise((done) => (open.onsuccess = () => done(open.result)));
              const all = [];
              for (const name of ["keys", "copies"]) {
                const ask = base.transaction(name).objectStore(name).getAll();
                all.push(...(await new Promise((done) => (ask.onsuccess = () => done(ask.result)))));
              }
              base.close();
              const text = (value) => value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value;
              return JSON.stringify(all, (_, value) => text(value));
            }""";

    @Autowired
    private TodaysPatients patients;

    private Card card;
    private TestBrowser browser;
    private Page page;

    @BeforeEach
    void aNurseFetchesTheCopies() {
        var station = facility(FacilityKind.VISITING_NURSE);
        var nurse = member(station, Profession.NURSE, false);
        var reader = at(station, Profession.NURSE);
        card = card();
        consents.record(card.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        relations.begin(reader, card.holder().id(), RelationOrigin.CARD);
        patients.add(reader, card.holder().id());
        browser = TestBrowser.open();
        page = browser.page();
        page.context()
                .addCookies(List.of(new Cookie("hmnet", nurse.cookie()).setUrl("http://localhost:" + port + "/")));
        page.clock().install();
        page.navigate("http://localhost:" + port + "/portal/today");
        page.getByText("通信がなくても開けます").waitFor();
        page.locator("#day-until")
                .fill(ZonedDateTime.now(JapaneseDates.JAPAN).plusHours(8).format(DateTimeFormatter.ofPattern("HH:mm")));
        page.locator("#day-new-pin").fill(PIN);
        page.locator("[data-day-take-form] button").click();
        page.getByText("控え: 1 人分").waitFor();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void unlock(String pin) {
        page.locator("#day-pin").fill(pin);
        page.locator("[data-day-locked] button").click();
    }

    private void cut() {
        page.context().setOffline(true);
        page.reload();
        page.locator("[data-day-offline]").waitFor();
    }

    @Test
    void withTheNetworkCutThePinOpensThemAndTheLookIsSentLater() {
        assertThat(page.evaluate(HELD))
                .asString()
                .doesNotContain(card.holder().name(), card.holder().kana());
        cut();
        assertThat(page.textContent("main")).doesNotContain(card.holder().name());
        unlock("111111");
        page.getByText("あと 4 回").waitFor();
        unlock(PIN);
        page.locator("[data-day-list] button").click();
        page.locator("[data-day-content] h2").first().waitFor();
        assertThat(page.textContent("[data-day-content]"))
                .contains(card.holder().name(), "の内容です", "アレルギー");
        assertThat(page.locator("[data-day-content] a, [data-day-content] form").count())
                .isZero();
        assertThat(Axe.violations(page, List.of())).isEmpty();
        page.locator("[data-day-looks]").waitFor();
        assertThat(entries(card.holder().id(), Action.DAY_COPY_LOOKED)).isEmpty();
        page.locator("[data-day-lock]").click();
        assertThat(page.textContent("main")).doesNotContain(card.holder().name());
        page.context().setOffline(false);
        page.evaluate("dispatchEvent(new Event('online'))");
        page.waitForCondition(
                () -> entries(card.holder().id(), Action.DAY_COPY_LOOKED).size() == 1);
    }

    @Test
    void fiveWrongPinsLeaveNothing() {
        cut();
        for (var left = 4; left > 0; left--) {
            unlock("00000" + left);
            page.getByText("あと " + left + " 回").waitFor();
        }
        unlock("999999");
        page.getByText("5 回まちがえたので").waitFor();
        assertThat(page.evaluate(HELD)).isEqualTo("[]");
    }

    @Test
    void afterTheShiftItDoesNotOpenAndNothingIsLeft() {
        page.clock().setFixedTime(System.currentTimeMillis() + 8 * HOUR_MS + 60_000);
        cut();
        page.getByText("勤務の終わりになったので").waitFor();
        assertThat(page.evaluate(HELD)).isEqualTo("[]");
    }
}
