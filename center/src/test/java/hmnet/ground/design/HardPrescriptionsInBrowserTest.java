package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import hmnet.care.medicines.HardPrescriptions.HardPrescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ten prescriptions as a nurse sees them at night: at a desk, on a phone and on paper.
@NeedsBrowser
class HardPrescriptionsInBrowserTest {
    private static ScreenServer server;
    private static TestBrowser browser;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        browser = TestBrowser.open();
        server = new ScreenServer();
        page = browser.page();
        page.navigate(server.address(ScreenServer.named("medicines-hard"), Language.JAPANESE));
    }

    @AfterAll
    static void close() {
        server.close();
        browser.close();
    }

    /// What must be read beside the dose, wherever it is read.
    private static List<String> said(HardPrescription hard) {
        return switch (hard) {
            case WEEKLY_METHOTREXATE -> List.of("1回 1 錠", "1日 2 錠", "毎週 月曜日", "毎週 水曜日", "毎日飲まないでください", "28 日分");
            case ALTERNATE_DAY_STEROID -> List.of("1日 3 錠", "隔日", "7 日分", "計 21 錠");
            case UNEVEN_4_2_1 -> List.of("1回 4-2-1 錠", "1日 7 錠", "不均等 1回目 4錠・2回目 2錠・3回目 1錠");
            case TAPERING -> List.of("1回 6 錠", "1回 4 錠", "1回 2 錠", "2026/11/13～2026/11/19", "用法 3／3");
            case INSULIN_SLIDING_SCALE -> List.of("血糖 151～200 mg/dL", "1回 6 単位", "皮下", "血糖 301 以上と 70 未満は医師へ連絡");
            case INFUSION_RATE_CHANGES -> List.of("速度 3mL/時", "速度 5mL/時", "2026/11/11 13:30", "静脈内", "部位 右前腕");
            case WHEN_NEEDED_WITH_LIMIT -> List.of("1回 1 錠", "頓用 疼痛時 6時間以上あけて", "上限 1日に 3錠 まで", "10回分");
            case NOT_GIVEN -> List.of("未実施（血圧 92/50 のため）", "中止（発疹）", "実施者 見本 夜子", "担当者 見本 夜子");
            case CHEMOTHERAPY_WITH_MAXIMUM -> List.of("1回 85 mg", "3週ごと", "上限 生涯 500mg/㎡ 体表面積 まで", "漏出時は直ちに中止し医師へ");
            case WARFARIN_BY_WEEKDAY -> List.of("1回 2 錠", "月・水・金曜日", "1回 1.5 錠", "火・木・土・日曜日", "後発品変更不可");
        };
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatWasSentStandsBesideTheDose(HardPrescription hard) {
        var article = article(hard);
        for (var view : View.values()) {
            view.show(page);
            assertThat(article.innerText()).as(view.name()).contains(said(hard));
            picture(article, hard.word() + view.ending);
        }
        View.DESK.show(page);
        assertThat(Axe.violations(page, List.of())).isEmpty();
    }

    @Test
    void whatIsNotTakenEveryDayIsNoSolidCourse() {
        View.DESK.show(page);
        var courses = page.locator(".gantt ul > li");
        var steroid = courses.filter(new Locator.FilterOptions().setHasText("プレドニゾロン錠5mg"));
        assertThat(courses.allInnerTexts()).anyMatch(text -> text.contains("メトトレキサート") && text.contains("毎週 月曜日"));
        assertThat(courses.filter(new Locator.FilterOptions().setHasText("メトトレキサート"))
                        .locator("rect.hollow")
                        .count())
                .isOne();
        assertThat(steroid.count()).isEqualTo(2);
        assertThat(courses.filter(new Locator.FilterOptions().setHasText("ニカルジピン"))
                        .count())
                .isZero();
        picture(page.locator(".gantt"), "calendar");
    }

    /// The newest stands first, and each was written a day before the one above it.
    private static Locator article(HardPrescription hard) {
        return page.locator("article.prescription")
                .nth(List.of(HardPrescription.values()).indexOf(hard));
    }

    private enum View {
        DESK("", 1100, Media.SCREEN),
        PHONE("-phone", 390, Media.SCREEN),
        PAPER("-print", 700, Media.PRINT);

        private final String ending;
        private final int width;
        private final Media media;

        View(String ending, int width, Media media) {
            this.ending = ending;
            this.width = width;
            this.media = media;
        }

        void show(Page page) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
        }
    }

    /// With `-Dhmnet.pictures=FOLDER`, for the READMEs.
    private static void picture(Locator article, String name) {
        var folder = System.getProperty("hmnet.pictures");
        if (folder != null && !folder.equals("true")) {
            article.screenshot(
                    new Locator.ScreenshotOptions().setPath(Path.of(folder, "prescription-" + name + ".png")));
        }
    }
}
