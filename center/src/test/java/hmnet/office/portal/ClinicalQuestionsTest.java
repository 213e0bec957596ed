package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import hmnet.office.portal.ClinicalQuestion.QuestionContext;
import hmnet.office.setup.SampleRegion;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.region.plan.FeaturedResident;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Twelve questions that doctors ask, of three residents of the demonstration (臨床の問い): each answer stands on the
/// first screen or one action away, and it is what the hospitals wrote.
class ClinicalQuestionsTest extends RegionInBrowser {
    private static final Pattern REASON = Pattern.compile("入院理由.*?<p>(.*?)</p>", Pattern.DOTALL);
    private static final Pattern CHECKUP = Pattern.compile("\"3D046.*?\"value\":([0-9.]+)", Pattern.DOTALL);
    private static final int SCREEN_HEIGHT = 768;

    /// How a question was answered: after so many actions, and the milliseconds of the last of them.
    private record Answered(int actions, long millis) {}

    /// Where a question's row stands in the table of the reference.
    private final Map<ClinicalQuestion, List<Answered>> table = new EnumMap<>(ClinicalQuestion.class);

    @Test
    void aDoctorsTwelveQuestionsAreAnsweredOnTheFirstScreenOrOneActionLater() {
        try (var doctor = signedIn("doctor2")) {
            ask(doctor, FeaturedResident.TWO_HOSPITALS, false);
            ask(doctor, FeaturedResident.LONG_STORY, false);
            ask(doctor, FeaturedResident.CHEMOTHERAPY, true);
        }
        assertThat(table).hasSize(12);
        table.forEach((question, answers) -> System.out.println("question: %s | %s | %s"
                .formatted(
                        question.words(),
                        question.links().isEmpty()
                                ? "概要"
                                : "概要 → " + question.links().getFirst(),
                        String.join(
                                " | ",
                                answers.stream()
                                        .map(one -> "%d, %.1f s".formatted(one.actions(), one.millis() / 1000.0))
                                        .toList()))));
    }

    private void ask(Colleague doctor, FeaturedResident resident, boolean cultured) {
        var person = region.story(resident);
        var chart = StoredChart.of(region, resident);
        if (cultured) {
            culture(resident);
        }
        var asked = new QuestionContext(
                chart,
                region.today(),
                region.hospitals(resident).contains(chart.delayed()),
                StoredChart.letter(region, resident, REASON).orElse(""),
                StoredChart.letter(region, resident, CHECKUP).orElse(""),
                cultured ? List.of(List.of("喀痰", "S.aureus")) : List.of(List.of("無いことを示すものではありません")));
        doctor.link(region.qr(person));
        doctor.page().setViewportSize(1366, SCREEN_HEIGHT);
        var summary = doctor.page().url();
        assertThat(summary).as(SampleRegion.name(person)).endsWith("/summary");
        for (var question : ClinicalQuestion.values()) {
            var rows = question.answer(asked);
            assertThat(rows).as(question.words()).isNotEmpty();
            byHttp(doctor, summary, question, rows);
            table.computeIfAbsent(question, any -> new ArrayList<>())
                    .add(onScreen(doctor.page(), summary, question, rows));
        }
    }

    /// The whole answer is in the page, or in the page that a link on it leads to, as the server sends them.
    private static void byHttp(Colleague doctor, String summary, ClinicalQuestion question, List<List<String>> rows) {
        var first = get(doctor, summary);
        var found = new ArrayList<>(rows(first));
        question.links()
                .forEach(link -> found.addAll(rows(get(
                        doctor,
                        URI.create(summary).resolve(address(first, link)).toString()))));
        for (var row : rows) {
            assertThat(found)
                    .as("%s, asked of %s", question, summary)
                    .anyMatch(text -> row.stream().allMatch(text::contains));
        }
    }

    private static String get(Colleague doctor, String address) {
        var answer = doctor.page().request().get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        return answer.text();
    }

    /// Where a link of the page leads, by its words.
    private static String address(String html, String link) {
        var found = Pattern.compile(
                        "<a [^>]*?href=\"([^\"]+)\"[^>]*>(?:(?!</a>).)*?" + Pattern.quote(link) + "(?:(?!</a>).)*?</a>")
                .matcher(html.replaceAll("\\s+", " "));
        assertThat(found.find()).as("a link %s", link).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    /// The texts of what stands together: lines of tables and lists, paragraphs, and the days of the time line.
    private static List<String> rows(String html) {
        var whole = html.replaceAll("<span class=\"unseen\">", "").replaceAll("\\s+", " ");
        return Stream.of("tr", "li", "p", "section")
                .flatMap(tag -> Pattern.compile("<%s[ >].*?</%s>".formatted(tag, tag))
                        .matcher(whole)
                        .results())
                .map(match -> match.group()
                        .replaceAll("<[^>]+>", " ")
                        .replaceAll("&#34;", "\"")
                        .replaceAll("\\s+", " "))
                .toList();
    }

    /// The whole answer is inside the first screen without scrolling; else the link is, and where it leads the answer
    /// begins
    /// inside the screen.
    private static Answered onScreen(Page page, String summary, ClinicalQuestion question, List<List<String>> rows) {
        var start = System.nanoTime();
        page.navigate(summary);
        if (rows.stream().allMatch(row -> stands(page, row))) {
            return new Answered(0, (System.nanoTime() - start) / 1_000_000);
        }
        assertThat(question.links())
                .as("%s is not on the first screen", question)
                .isNotEmpty();
        var link = page.locator("main a, nav.tabs a")
                .filter(new Locator.FilterOptions().setHasText(question.links().getFirst()))
                .first();
        assertThat(link.boundingBox().y).as("the link of %s", question).isLessThan(SCREEN_HEIGHT);
        start = System.nanoTime();
        link.click();
        page.waitForURL(address -> !address.equals(summary));
        page.waitForLoadState();
        assertThat(rows.stream().anyMatch(row -> stands(page, row)))
                .as("%s is on the first screen of %s", question, page.url())
                .isTrue();
        return new Answered(1, (System.nanoTime() - start) / 1_000_000);
    }

    private static boolean stands(Page page, List<String> row) {
        var places = page.locator("tr, li, p, section.culture");
        for (var words : row) {
            places = places.filter(new Locator.FilterOptions().setHasText(words));
        }
        return places.all().stream().anyMatch(ClinicalQuestionsTest::inView);
    }

    private static boolean inView(Locator place) {
        var box = place.boundingBox();
        return place.isVisible() && box != null && box.y >= 0 && box.y + Math.min(box.height, 40) <= SCREEN_HEIGHT;
    }

    private void culture(FeaturedResident resident) {
        var hospital = region.hospitals(resident).getFirst();
        var number = region.resident(resident.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .get("patients")
                .get(0)
                .get("number")
                .asString();
        var day = region.today().minusDays(20).toString().replace("-", "");
        region.keep(hospital.code(), List.of(new ReceivedFile("culture.hl7", culture(number, day), Door.FILES)));
    }

    private static byte[] culture(String number, String day) {
        return String.join(
                        "\r",
                        "MSH|^~\\&|LAB|HOSP|||%s102030||OUL^R22^OUL_R22|C%s|P|2.5||||||UNICODE UTF-8"
                                .formatted(day, number),
                        "PID|||" + number,
                        "SPM|1|M1||061^喀痰^JC10|||||||||||||" + day + "080000",
                        "OBR|1|C" + day + "||6B010^細菌培養^JC10|||" + day + "080000",
                        "ORC|SC|C" + day,
                        "OBX|1|CWE|6B010000009974114^培養同定菌名^JC10|1|1301^S.aureus^JANIS||||||F",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
