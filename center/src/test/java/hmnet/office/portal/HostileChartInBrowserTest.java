package hmnet.office.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.region.plan.FeaturedResident;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A hospital sends texts that would harm whoever reads them carelessly (A053): every page of the chart shows them as
/// the texts they are, and nothing of them runs, turns a line round or tears the page.
class HostileChartInBrowserTest extends RegionInBrowser {
    private static final String HOSPITAL = "3419900011";
    private static final String SCRIPT = "<script>window.struck=1</script>";
    private static final String IMAGE = "<img src=x onerror=window.struck=2>";
    private static final String BREAKOUT = "\"><svg/onload=window.struck=3>${7*7}";
    private static final String LONG = "長".repeat(60) + "W".repeat(240);
    /// To the eye: ワルファリン錠1mg; in truth the digits are turned round.
    private static final String TURNED = "ワルファリン\u202Egm01\u202C錠";
    private static final String FORMULA = "=HYPERLINK(\"http://attacker.example\")";

    /// What makes a page wider than its window; nothing where the page is as wide as that.
    private static final String WIDER = """
            () => document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')]
                .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
                .filter(part => { for (let on = part; on !== document.body; on = on.parentElement)
                    if (getComputedStyle(on.parentElement).overflowX !== 'visible') return false; return true; })
                .map(part => part.tagName + ' ' + part.textContent.trim().slice(0, 40)).slice(0, 8).join(' | ')
                || 'wider, by nothing that is seen'""";

    private static final List<String> PAGES = List.of(
            "summary",
            "timeline?period=all",
            "medicines",
            "medicines/history",
            "medicines/injections",
            "medicines/handbook",
            "laboratory?period=all",
            "laboratory/microbiology?period=all",
            "laboratory/blood-bank?period=all",
            "diagnoses",
            "admissions",
            "documents",
            "search?q=%3Cscript%3E");

    private static byte[] message(String... segments) {
        return String.join("\r", segments).getBytes(UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("&", "\\T\\")
                .replace("^", "\\S\\")
                .replace("|", "\\F\\")
                .replace("~", "\\R\\");
    }

    private static List<ReceivedFile> files(String number, String day) {
        var head = "MSH|^~\\&|LAB|HOSP|||%s102030||%%s|H%s%%s|P|2.5||||||UNICODE UTF-8".formatted(day, number);
        var pid = "PID|||" + number;
        return List.of(
                new ReceivedFile(
                        "results.hl7",
                        message(
                                head.formatted("OUL^R22^OUL_R22", "1"),
                                pid,
                                "SPM|1|S1||023^血清" + escaped(SCRIPT) + "^JC10|||||||||||||" + day + "083000",
                                "OBR|1|h1||E1^生化学" + escaped(IMAGE) + "^99X|||" + day + "083000",
                                "ORC|SC|h1",
                                "OBX|1|NM|3H015000002327101^カリウム^JC10||4.4|mEq/L" + escaped(SCRIPT) + "|3.6-4.8||||F",
                                "NTE|1||" + escaped(IMAGE),
                                "OBX|2|ST|L1^" + escaped(FORMULA) + "^99X||" + escaped("=1+1") + "||||||F",
                                "NTE|1||" + escaped("@SUM(A1:A9)"),
                                "OBX|3|ST|L2^" + LONG + "^99X||" + LONG + "||||||F",
                                "OBX|4|ST|L3^改行^99X||" + escaped(BREAKOUT) + "\u0085\u2028||||||F",
                                ""),
                        Door.FILES),
                // Held as a whole: a control character in a message is damage.
                new ReceivedFile(
                        "controls.hl7",
                        message(
                                head.formatted("OUL^R22^OUL_R22", "5"),
                                pid,
                                "OBR|1|h5||E5^制御\u0007文字\u001b[31m^99X|||" + day + "083000",
                                "OBX|1|ST|L5^制御\u0007文字^99X||一||||||F",
                                ""),
                        Door.FILES),
                new ReceivedFile(
                        "culture.hl7",
                        message(
                                head.formatted("OUL^R22^OUL_R22", "2"),
                                pid,
                                "SPM|1|M1||061^喀痰" + escaped(SCRIPT) + "^JC10|||||||||||||" + day + "080000",
                                "OBR|1|h2||6B010^細菌培養^JC10|||" + day + "080000",
                                "ORC|SC|h2",
                                "OBX|1|CWE|6B010000009974114^培養同定菌名^JC10|1|1301^S.aureus" + escaped(IMAGE)
                                        + "^JANIS||||||F",
                                "OBX|2|CWE|5H010000009199911^血液型-ABO式^JC10||A^A" + escaped(SCRIPT) + "^99X||||||F",
                                ""),
                        Door.FILES),
                new ReceivedFile(
                        "drugs.hl7",
                        message(
                                head.formatted("RDE^O11^RDE_O11", "3"),
                                pid,
                                "ORC|NW|h3||1|||||" + day + "093000|||D1^" + escaped(IMAGE) + "^医^^^^^^^L",
                                "RXE||620001^" + TURNED + escaped(SCRIPT) + "^99X|1||TAB^錠" + escaped(IMAGE)
                                        + "^MR9P|||||90|TAB^錠^MR9P||||||||1^TAB&錠&MR9P||OHP^外来処方^MR9P",
                                "TQ1|1||1011000400000000&内服・経口・１日１回朝食後&JAMISDP01|||90^d|" + day,
                                "RXR|PO^口^HL70162",
                                ""),
                        Door.FILES),
                new ReceivedFile(
                        "diagnoses.hl7",
                        message(
                                head.formatted("PPR^ZD1", "4"),
                                pid,
                                "PRB|AD|" + day + "|8830001^" + escaped(SCRIPT) + LONG + "^MDCDX2|h4||||" + day,
                                ""),
                        Door.FILES));
    }

    @Test
    void hostileTextIsShownAsTextOnEveryPageOfTheChart() {
        var resident = region.resident("variant-name");
        var number = resident.get("patients").get(0).get("number").asString();
        var day = region.today().minusDays(3).toString().replace("-", "");
        region.story(FeaturedResident.VARIANT_NAME);
        region.keep(HOSPITAL, files(number, day));
        try (var doctor = signedIn("doctor2")) {
            var page = doctor.page();
            var refused = new ArrayList<String>();
            page.onConsoleMessage(said -> {
                if (said.text().contains("Content Security Policy")) {
                    refused.add(said.text());
                }
            });
            doctor.link(region.qr(resident));
            var chart = page.url().replaceAll("/summary$", "/");
            var seen = new StringBuilder();
            for (var path : PAGES) {
                page.navigate(chart + path);
                harmless(page);
                seen.append(page.locator("body").innerText()).append('\n');
            }
            for (var path : List.of("/today", "/find?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.struck%3D4%3E")) {
                doctor.visit(path);
                harmless(page);
            }
            assertThat(refused).as("what the browser had to refuse").isEmpty();
            assertThat(seen.toString())
                    .contains(SCRIPT, IMAGE, BREAKOUT, FORMULA, LONG)
                    .as("turned text is marked, and never turned")
                    .contains("U+202E")
                    .doesNotContain("\u202E", "\u0007", "\u001b");
            copied(doctor, chart);
        }
    }

    /// Nothing ran, no element came from a text, and the page is no wider than a telephone.
    private static void harmless(Page page) {
        page.setViewportSize(390, 800);
        assertThat(page.evaluate("String(window.struck)")).as(page.url()).isEqualTo("undefined");
        assertThat(page.locator("[onerror], [onload], main b, main img[src=x]").count())
                .as(page.url())
                .isZero();
        assertThat(page.evaluate(WIDER)).as("%s at 390 px", page.url()).isEqualTo("");
        page.setViewportSize(1366, 768);
    }

    /// Into a table program: no cell begins as a formula, none holds a line of its own.
    private static void copied(Colleague doctor, String chart) {
        var answer = doctor.page().request().get(chart + "laboratory/text?period=all");
        assertThat(answer.headers().get("content-type")).startsWith("text/plain");
        assertThat(answer.headers().get("x-content-type-options")).isEqualTo("nosniff");
        var cells = answer.text()
                .lines()
                .flatMap(line -> List.of(line.split("\t", -1)).stream())
                .toList();
        assertThat(cells).anyMatch(cell -> cell.contains(FORMULA)).noneMatch(cell -> cell.matches("[=@+].*"));
        assertThat(answer.text()).doesNotContain("\u202E", "\u0007", "\u001b", "\u2028");
    }

    /// A072: whoever sits down after somebody who signed out sees nothing by going back.
    @Test
    void nothingOfAChartIsSeenByGoingBackAfterSigningOut() {
        try (var doctor = anybody().signIn(region.staff("doctor3"))) {
            doctor.link(region.qr(region.resident("two-hospitals")));
            var chart = doctor.page().url();
            assertThat(doctor.reads()).contains("現在の薬");
            doctor.press("サインアウト");
            doctor.page().goBack();
            assertThat(doctor.reads()).doesNotContain("現在の薬", "アレルギーあり");
            doctor.page().navigate(chart);
            assertThat(doctor.reads()).doesNotContain("現在の薬", "アレルギーあり");
        }
    }
}
