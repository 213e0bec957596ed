package hmnet.care.chartforms;

import static hmnet.record.sheets.SheetSamples.item;
import static hmnet.record.sheets.SheetSamples.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A chosen answer shows at once what it opens, and nothing else on the page is touched.
@NeedsBrowser
class FormInBrowserTest extends BrowsedForms {
    private TestBrowser browser;
    private Page page;
    private String path = "";

    @BeforeEach
    void openADraft() {
        path = begun(
                item("smokes", "boolean", ""),
                item("since", "string", when("smokes", "=", "\"answerBoolean\":true")),
                item("words", "string", ""));
        browser = TestBrowser.open();
        page = browser.page();
        page.context()
                .addCookies(List.of(new Cookie("hmnet", nurse.cookie("hmnet").orElseThrow()).setUrl(at("/"))));
        page.navigate(at(path));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aChosenAnswerShowsWhatItOpensAndKeepsWhatWasTyped() {
        assertThat(page.locator("#q-2").count()).isZero();
        page.locator("#q-3").fill("見本");
        page.locator("[id='q-1.true']").check();
        page.locator("#q-2").waitFor();
        assertThat(page.locator("h1").count())
                .as("a part, not a page within a page")
                .isOne();
        assertThat(page.locator("#q-3").inputValue()).isEqualTo("見本");
        assertThat(page.locator("[id='q-1.true']").isChecked()).isTrue();
        page.locator("#q-2").fill("1990");
        page.locator("button[value=leave]").click();
        page.waitForURL("**/forms");
        assertThat(nurse.get(path).body()).contains("value=\"1990\"", "value=\"見本\"");
    }

    @Test
    void whoChoosesInADraftThatIsGoneIsToldSo() {
        nurse.post(path + "/discard", Map.of());
        // Not `check`, which looks at the answer again: the page may have gone on by then.
        page.locator("[id='q-1.true']").click();
        page.waitForURL("**/forms?told=gone");
        assertThat(page.textContent("main")).contains("その書きかけはありません");
    }
}
