package hmnet.care.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.FacilityKind;
import hmnet.record.ownrecords.HandbookCharts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A measuring device fills in the form over Bluetooth; nothing is kept before the resident says so.
@NeedsBrowser
class DeviceInBrowserTest extends ResidentWard {
    @Autowired
    private HandbookCharts handbook;

    private TestBrowser browser;
    private Page page;

    @BeforeEach
    void onATelephone() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        var resident = signedIn(card());
        browser = TestBrowser.open();
        page = browser.page();
        page.setViewportSize(390, 844);
        page.context()
                .addCookies(List.of(
                        new Cookie("hmnet-my", resident.cookie("hmnet-my").orElseThrow())
                                .setUrl("http://localhost:" + port)));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    /// A device of one service, which sends these bytes as soon as somebody listens.
    private void device(int service, String bytes) {
        page.addInitScript("""
                const bytes = new Uint8Array('%s'.split(' ').map((two) => parseInt(two, 16)));
                const values = new EventTarget();
                values.startNotifications = async () => {
                  values.value = new DataView(bytes.buffer);
                  values.dispatchEvent(new Event('characteristicvaluechanged'));
                };
                const server = { getPrimaryService: async (asked) => {
                  if (asked !== %d) { throw new Error('none'); }
                  return { getCharacteristic: async () => values };
                } };
                Object.defineProperty(Navigator.prototype, 'bluetooth', { configurable: true, value: {
                  requestDevice: async () => ({ gatt: { connect: async () => server, disconnect() {} } })
                } });
                """.formatted(bytes, service));
    }

    private void pressed() {
        page.navigate("http://localhost:" + port + "/my/vitals");
        page.locator("[data-bluetooth] button").click();
        page.waitForFunction(
                "!/選び/.test(document.querySelector('[data-bluetooth] [role=status]').textContent || '選び')");
    }

    private String field(String name) {
        return page.locator("#f-" + name).inputValue();
    }

    @ParameterizedTest
    @CsvSource({
        "6160, 06 93 00 59 00 6C 00 EA 07 0B 05 07 0A 1E 48 00, 147/89/72//, 2026-11-05T07:10",
        "6160, 04 2D F5 59 00 6C 00 48 00, 133/89/72//,",
        "6160, 04 FF 07 59 00 6C 00 FF 07, /89///,",
        "6173, 00 F0 28, ///52.4/,",
        "6153, 00 6D 01 00 FF, ////36.5,",
        "6153, 02 6D 01 00 FF EA 07 0B 05 07 0A 00, ////36.5, 2026-11-05T07:10"
    })
    void whatTheDeviceSaysStandsInTheForm(int service, String bytes, String values, String at) {
        device(service, bytes);
        pressed();
        assertThat(String.join(
                        "/",
                        field("systolic"),
                        field("diastolic"),
                        field("pulse"),
                        field("weight"),
                        field("temperature")))
                .isEqualTo(values);
        if (at != null) {
            assertThat(field("measured")).isEqualTo(at);
        }
        assertThat(page.locator("[data-bluetooth] [role=status]").textContent()).contains("確かめてから、保存");
    }

    @Test
    void anotherUnitIsNotTaken() {
        device(0x181d, "01 F0 28");
        pressed();
        assertThat(field("weight")).isEmpty();
        assertThat(page.locator("[data-bluetooth] [role=status]").textContent()).contains("単位は使えません");
    }

    @Test
    void aBrowserThatCannotSaysSo() {
        page.addInitScript("Object.defineProperty(Navigator.prototype, 'bluetooth', { value: undefined });");
        page.navigate("http://localhost:" + port + "/my/vitals");
        assertThat(page.locator("[data-cannot]").isVisible()).isTrue();
        assertThat(page.locator("[data-bluetooth] button").isVisible()).isFalse();
    }
}
