package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the script adds to a page: card readers, refused numbers, parts swapped in place.
@NeedsBrowser
class InBrowserTest {
    private static final String CARD = "HM1.1234567890123.1.0123456789ab";
    private static final String WIDE =
            CARD.chars().mapToObj(c -> Character.toString(c + 0xFEE0)).collect(Collectors.joining());
    private static TestBrowser browser;
    private static ScreenServer server;
    private Page page;

    @BeforeAll
    static void open() throws IOException {
        browser = TestBrowser.open();
        server = new ScreenServer();
    }

    @AfterAll
    static void close() {
        server.close();
        browser.close();
    }

    @BeforeEach
    void openPage() {
        page = browser.page();
        server.asked().clear();
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private void visit(String screen) {
        page.navigate(server.address(ScreenServer.named(screen), Language.JAPANESE));
    }

    /// Keys as fast as a reader sends them, however busy this machine is.
    private void burst(String keys) {
        page.evaluate("""
                keys => [...keys, "Enter"].forEach(key =>
                    document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true})))""", keys);
    }

    @Test
    void aCardReadOnAnyPageIsSent() {
        visit("timeline");
        burst(CARD);
        page.waitForURL("**/cards/reading");
        assertThat(server.asked()).containsExactly("code=" + CARD);
    }

    /// The same, in whatever has the focus, which takes the characters as it would a keyboard's.
    private void burstIn(String field, String keys) {
        page.locator(field).focus();
        page.evaluate("""
                keys => [...keys, "Enter"].forEach(key => {
                    const field = document.activeElement;
                    const free = field.dispatchEvent(
                        new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
                    if (free && key.length === 1 && field.matches("input") && field.value.length < field.maxLength) {
                        field.value += key;
                    }
                })""", keys);
    }

    /// U4: the patient shown before must not stay on the screen.
    @Test
    void aSelectWithTheFocusSwallowsNoCard() {
        visit("timeline");
        burstIn("#f-period", CARD);
        page.waitForURL("**/cards/reading");
        assertThat(server.asked()).containsExactly("code=" + CARD);
    }

    /// U15.
    @Test
    void aQrReadInAnotherFieldIsTakenOutOfItAndSent() {
        for (var field : List.of("#f-number", "#f-birth")) {
            server.asked().clear();
            visit("typed");
            page.locator(field).fill("12");
            burstIn(field, CARD);
            page.waitForURL("**/cards/reading");
            assertThat(server.asked()).containsExactly("code=" + CARD);
        }
    }

    /// U4, U15: a busy machine hands the keys over late, an input method wide, some readers end with two keys.
    @Test
    void aQrIsKnownHoweverSlowHoweverWideAndHoweverItEnds() {
        visit("timeline");
        page.locator("#f-q").focus();
        page.keyboard().type(CARD, new Keyboard.TypeOptions().setDelay(40));
        page.keyboard().press("Enter");
        page.waitForURL("**/cards/reading");
        visit("timeline");
        page.locator("#f-q").focus();
        page.keyboard().insertText(WIDE);
        page.keyboard().press("Enter");
        page.waitForURL("**/cards/reading");
        visit("timeline");
        page.locator("#f-q").fill("肺炎" + WIDE);
        page.locator("#f-q").dispatchEvent("compositionend");
        page.waitForURL("**/cards/reading");
        visit("timeline");
        page.locator(".site-out button").first().focus();
        page.keyboard().type(CARD);
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.waitForURL("**/cards/reading");
        assertThat(server.asked()).hasSize(4).allMatch(sent -> sent.startsWith("code="));
    }

    /// U7: whoever reads the last row sees the day above it.
    @Test
    void theDaysOfTheLaboratorySheetStayInSight() {
        page.setViewportSize(1366, 768);
        visit("laboratory-long");
        var last = page.locator(".sheet tbody tr").last();
        page.evaluate("""
                () => {
                    const frame = document.querySelector(".sheet .table");
                    frame.scrollTop = frame.scrollHeight;
                    frame.scrollIntoView({block: "end"});
                }""");
        var day = page.locator(".sheet thead th").last().boundingBox();
        var value = last.locator("td").last().boundingBox();
        assertThat(day.y).isBetween(0.0, value.y - day.height + 1);
        assertThat(page.evaluate("""
                () => {
                    const head = document.querySelector(".sheet thead th").getBoundingClientRect();
                    const seen = document.elementFromPoint(head.x + 5, head.y + 5);
                    return seen.closest("thead") !== null;
                }""")).as("nothing covers it").isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"1440,900,25", "1366,768,19"})
    void aScreenOfALaptopShowsManyRowsOfTheLaboratorySheet(int width, int height, int rows) {
        page.setViewportSize(width, height);
        visit("laboratory-long");
        assertThat((Integer) page.evaluate("""
                () => {
                    const frame = document.querySelector(".sheet .table");
                    frame.scrollTop = 60;
                    frame.scrollIntoView({block: "end"});
                    const head = document.querySelector(".sheet thead th").getBoundingClientRect().bottom;
                    const foot = frame.getBoundingClientRect().bottom;
                    return [...document.querySelectorAll(".sheet tbody tr")]
                        .map(row => row.getBoundingClientRect())
                        .filter(row => row.bottom > head + 1 && row.top < foot - 1).length;
                }""")).isBetween(rows, 2 * rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 1366, 1024, 683, 390})
    void aDrugsNameOnTheSummaryIsReadAcrossNotDown(int width) {
        page.setViewportSize(width, 768);
        visit("summary");
        assertThat((Double) page.evaluate("""
                () => Math.max(...[...document.querySelectorAll(".summary-medicines tbody th > a")]
                    .filter(name => name.checkVisibility())
                    .map(name => name.getBoundingClientRect().height + 0.5))""")).isBetween(1.0, 48.0);
    }

    /// U6: as Chromium lays the page out on A4, on its side, within its margins.
    @Test
    void aPrintedSheetIsCutNowhere() {
        page.setViewportSize(1031, 702);
        visit("laboratory-long");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll(".paper-sheet td, .paper-sheet th")]
                    .filter(cell => cell.getBoundingClientRect().right > innerWidth + 1 || cell.scrollWidth > cell.clientWidth + 1)
                    .length""")).isEqualTo(0);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1031);
    }

    /// U6: what comes out of the printer, read again: every date of the screen stands on paper, and the name on each
    /// page.
    @Test
    void theLaboratorysPaperHoldsEveryDateOfItsSheet() throws IOException {
        page.setViewportSize(1366, 768);
        visit("laboratory-long");
        var days = page.locator(".sheet thead th .figures").allTextContents();
        var name = unspaced(page.locator(".print-name strong").first().textContent());
        assertThat(days).as("more dates than one sheet of paper holds").hasSizeGreaterThan(8);
        try (var paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            var text = new PDFTextStripper();
            var pages = new ArrayList<String>();
            for (var number = 1; number <= paper.getNumberOfPages(); number++) {
                text.setStartPage(number);
                text.setEndPage(number);
                pages.add(unspaced(text.getText(paper)));
            }
            assertThat(String.join("", pages))
                    .contains(days.stream().map(InBrowserTest::unspaced).toList());
            assertThat(pages).allMatch(one -> one.contains(name));
        }
    }

    /// U6: a sheet that lost its first page is still somebody's.
    @ParameterizedTest
    @ValueSource(strings = {"timeline", "medicines", "drug-history", "diagnoses", "vitals", "record"})
    void everySheetOfPaperOfAChartNamesItsPatient(String screen) throws IOException {
        page.setViewportSize(1366, 768);
        visit(screen);
        var name = unspaced(page.locator(".print-name strong").first().textContent());
        // As much again, so that it does not end on the first sheet.
        page.evaluate("""
                () => {
                    const main = document.querySelector("main");
                    const last = main.lastElementChild;
                    for (let n = 0; n < 40; n++) {
                        main.append(last.cloneNode(true));
                    }
                }""");
        try (var paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(paper.getNumberOfPages()).isGreaterThan(1);
            for (var number = 1; number <= paper.getNumberOfPages(); number++) {
                var text = new PDFTextStripper();
                text.setStartPage(number);
                text.setEndPage(number);
                assertThat(unspaced(text.getText(paper))).as("page " + number).contains(name);
            }
        }
    }

    private static String unspaced(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }

    /// The page would go to the lock so long after it was loaded, with half a note on it.
    @Test
    void theLockWaitsForWhoeverIsTyping() {
        page.route("**/*typed*", route -> {
            var answer = route.fetch();
            var headers = new HashMap<>(answer.headers());
            headers.put("refresh", "1; url=/unlock");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
        });
        page.clock().install();
        visit("typed");
        page.locator("#f-number").fill("12");
        page.waitForTimeout(1_300);
        page.clock().fastForward(598_000);
        assertThat(page.locator("#f-number").inputValue()).isEqualTo("12");
        page.clock().fastForward(2_000);
        page.waitForURL("**/unlock?return=*");
    }

    @Test
    void fingersAreNoCardReader() {
        visit("timeline");
        page.keyboard().type("1234567890", new Keyboard.TypeOptions().setDelay(60));
        page.keyboard().press("Enter");
        page.waitForTimeout(300);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aReaderNeverStealsWhatIsTypedInAField() {
        visit("typed");
        page.locator("#f-number").focus();
        page.keyboard().type("1234567890123");
        assertThat(page.locator("#f-number").inputValue()).isEqualTo("1234567890123");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anIndividualNumberNeverLeavesTheBrowser() {
        visit("typed");
        page.locator("#f-number").fill("１２３４５６７８９０１８");
        page.locator("#f-birth").fill("S23.4.12");
        page.locator("main button[type=submit]").click();
        page.waitForTimeout(300);
        assertThat(server.asked()).isEmpty();
        assertThat(page.locator("#f-number").inputValue()).isEmpty();
        assertThat(page.locator("#f-number").evaluate("field => field.validationMessage"))
                .asString()
                .contains("個人番号");
    }

    @Test
    void anIndividualNumberFromAReaderIsDropped() {
        visit("home-doctor");
        page.locator("h1").click();
        burst("123456789018");
        page.waitForTimeout(300);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void changingThePeriodSwapsTheListAlone() {
        visit("timeline");
        page.evaluate("document.querySelector('.person').dataset.kept = 'yes'");
        page.locator("#f-period").selectOption("1y");
        page.waitForSelector(".empty");
        assertThat(server.asked()).singleElement().asString().contains("/timeline?", "period=1y");
        assertThat(page.locator(".person[data-kept=yes]").count()).isEqualTo(1);
        assertThat(page.url()).contains("period=1y");
    }

    @Test
    void aHeadingOfTheMenuIsClosedByEscapeByAClickBesideItAndByAnother() {
        visit("home-operator");
        var headings = page.locator(".menu summary");
        var open = page.locator(".menu details[open]");
        headings.first().click();
        assertThat(open.count()).isEqualTo(1);
        page.keyboard().press("Escape");
        assertThat(open.count()).isZero();
        assertThat(headings.first().evaluate("heading => heading === document.activeElement"))
                .isEqualTo(true);
        headings.first().click();
        headings.last().click();
        assertThat(open.locator("summary").allInnerTexts())
                .containsExactly(headings.last().innerText());
        page.mouse().click(5, 700);
        assertThat(open.count()).isZero();
    }
}
