package hmnet.care.vitalmonth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.signin.Browser;
import hmnet.record.ownrecords.HandbookCharts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// On paper a whole month of mornings and evenings is one page.
@NeedsBrowser
class MonthInBrowserTest extends ResidentWard {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(data|sending|columns)\" value=\"([^\"]*)\"");

    /// A month of thirty-one days that is over.
    private static final int DAYS = 31;

    @Autowired
    private HandbookCharts handbook;

    private TestBrowser browser;
    private Page page;
    private Card card;
    private Browser resident;
    private YearMonth month;

    @BeforeEach
    void aMonthOfMorningsAndEvenings() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        month = YearMonth.from(LocalDate.now(JapaneseDates.JAPAN)).minusMonths(1);
        while (month.lengthOfMonth() < DAYS) {
            month = month.minusMonths(1);
        }
        card = card();
        resident = signedIn(card);
        var lines = IntStream.rangeClosed(1, DAYS)
                .mapToObj(month::atDay)
                .map(day -> "%s 07:10,132,84,72,52.4\n%s 21:05,128,80,66,\n".formatted(day, day))
                .collect(Collectors.joining());
        var file = ("日時,血圧の上,血圧の下,脈拍,体重\n" + lines).getBytes(UTF_8);
        var form = new HashMap<String, String>();
        var found = HIDDEN.matcher(
                resident.post("/my/vitals/import", Map.of(), "values.csv", file).body());
        while (found.find()) {
            form.putIfAbsent(found.group(1), found.group(2));
        }
        assertThat(leads(resident.post("/my/vitals/import/kept", form, "", new byte[0])))
                .isEqualTo("/my/vitals/import?told=kept");
        settle(handbook.facility().orElseThrow().id());
        browser = TestBrowser.open();
        page = browser.page();
        page.context()
                .addCookies(List.of(
                        new Cookie("hmnet-my", resident.cookie("hmnet-my").orElseThrow())
                                .setUrl("http://localhost:" + port)));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void thePaperIsOnePageWithEveryDay() throws IOException {
        page.navigate("http://localhost:" + port + "/my/vitals/month?month=" + month);
        var paper = page.pdf(
                new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true).setPrintBackground(true));
        if (Boolean.getBoolean("hmnet.pictures")) {
            Files.createDirectories(Path.of("target/screens"));
            Files.write(Path.of("target/screens/own-month.pdf"), paper);
        }
        try (var pdf = Loader.loadPDF(paper)) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(
                            "132/84",
                            "128/80",
                            "31 日（",
                            "朝の平均",
                            "52.4",
                            card.holder().familyName());
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }
}
