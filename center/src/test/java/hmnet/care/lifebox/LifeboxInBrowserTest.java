package hmnet.care.lifebox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On a telephone the life box is written question by question; on paper it is one page.
@NeedsBrowser
class LifeboxInBrowserTest extends LifeboxWard {
    private TestBrowser browser;
    private Page page;

    @BeforeEach
    void onATelephone() {
        browser = TestBrowser.open();
        page = browser.page();
        page.setViewportSize(390, 844);
        var address = "http://localhost:" + port;
        page.context()
                .addCookies(List.of(
                        new Cookie("hmnet-my", resident.cookie("hmnet-my").orElseThrow()).setUrl(address)));
        page.navigate(address + PAGE);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aChosenAnswerOpensWhatItAsksAndTheLastPageSigns() {
        page.locator("form[action='/my/lifebox'] button").click();
        page.waitForURL("**/drafts/**");
        page.getByLabel("ある", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("textarea").fill("えびで息が苦しくなった");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing beside the screen")
                .isEqualTo(true);
        for (var next = 0; next < 10; next++) {
            page.locator("button[value=next]").click();
            page.waitForURL("**step=" + (next + 1));
        }
        page.getByLabel("書いたものを全部見せる").check();
        page.locator("button[value=sign]").click();
        page.waitForURL("**told=signed");
        assertThat(page.locator(".life-box").textContent()).contains("えびで息が苦しくなった", "書かれていません");
    }

    @Test
    void thePaperIsOnePageWithEverythingThatAnOrdinaryPersonWrites() throws IOException {
        signed(
                "allergy-known=", "yes",
                "allergy-text", "セフェム系の抗生物質で全身にじんましん（2019年）",
                "disease-known=", "yes",
                "disease-text", "狭心症（2021年、見本市民病院でステント）、高血圧",
                "medicine-known=", "yes",
                "medicine-text", "架空ワルファリン錠、架空アムロジピン錠",
                "device-known=", "yes",
                "device-kind=", "stent",
                "wish-known=", "yes",
                "wish-want", "苦しくないようにしてほしい。家に帰りたい。",
                "wish-not", "回復の見込みがないときの人工呼吸器",
                "contact-known=", "yes",
                "contact-name", "見本 桜",
                "contact-phone", "090-0000-0001",
                "doctor-clinic", "見本内科医院",
                "self-crew", "玄関の鍵は隣の家",
                "show=", "all");
        page.reload();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        try (var paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(paper.getNumberOfPages()).isOne();
            assertThat(unspaced(new PDFTextStripper().getText(paper)))
                    .contains(
                            "玄関の鍵は隣の家",
                            "090-0000-0001",
                            "人工呼吸器",
                            unspaced(card.holder().name()),
                            "この紙は")
                    .doesNotContain("印刷し直して");
        }
    }

    private static String unspaced(String words) {
        return words.replaceAll("[\\s　]", "");
    }
}
