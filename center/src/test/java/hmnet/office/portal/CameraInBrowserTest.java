package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import hmnet.ground.design.CameraFilm;
import hmnet.ground.design.TestBrowser;
import hmnet.office.setup.SampleRegion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A card is held before the camera of a real browser: what it sees is a film of our own codes.
class CameraInBrowserTest extends RegionInBrowser {
    private static final String FOREIGN = "https://shop.example/points?member=1234567";

    /// Every stream a page was given, to be asked later whether it still runs.
    private static final String WATCHED = """
            (() => {
                window.streams = [];
                const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async wanted => {
                    const stream = await ask(wanted);
                    window.streams.push(stream);
                    return stream;
                };
            })()""";

    private static final String LIVE =
            "streams.flatMap(stream => stream.getTracks()).filter(track => track.readyState === 'live').length";

    @TempDir
    static Path folder;

    private final List<String> elsewhere = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private TestBrowser withCamera;

    private static Path film() {
        return folder.resolve("camera.y4m");
    }

    @BeforeAll
    void openCamera() throws IOException {
        new CameraFilm().nothing(1).write(film());
        withCamera = TestBrowser.withCamera(film());
    }

    @AfterAll
    void closeCamera() {
        withCamera.close();
    }

    /// Signed in already, in front of the camera.
    private Colleague before(CameraFilm film, String login) throws IOException {
        film.write(film());
        elsewhere.clear();
        complaints.clear();
        var cookies = signedIn(login).page().context().cookies();
        var page = withCamera.page();
        page.context().addCookies(cookies);
        page.context().grantPermissions(List.of("camera"));
        page.addInitScript(WATCHED);
        page.onRequest(this::note);
        page.onConsoleMessage(this::note);
        return new Colleague(page, "http://localhost:" + port);
    }

    private void note(Request request) {
        if (!request.url().startsWith("http://localhost:" + port + "/")) {
            elsewhere.add(request.url());
        }
    }

    private void note(ConsoleMessage message) {
        complaints.add(message.text());
    }

    private static void press(Colleague colleague) {
        colleague.page().locator("button[data-camera]:visible").first().click();
    }

    private static Locator told(Colleague colleague, String word) {
        var told = colleague.page().locator("dialog[open][data-now=" + word + "] [role=status]");
        told.waitFor();
        return told;
    }

    @Test
    void aCardSeenByTheCameraOpensTheChartOfWhoeverIsLinkedAtOnce() throws IOException {
        var resident = region.resident("two-hospitals");
        var card = region.qr(resident);
        var film = new CameraFilm().code(4, FOREIGN).nothing(1).poorly(5, card);
        try (var doctor = before(film, "doctor2")) {
            doctor.visit("/");
            press(doctor);
            assertThat(told(doctor, "foreign").innerText()).contains("このネットワークのカードのものではありません");
            doctor.page().waitForURL("**/cards/holder?**");
            assertThat(doctor.reads()).contains(SampleRegion.name(resident), "目の前の方と同じであること");
            doctor.press("この方と連携する");
            assertThat(doctor.heading()).isEqualTo("概要");
            var chart = doctor.page().url();

            doctor.visit("/cards/typed");
            press(doctor);
            doctor.page().waitForURL(chart);
            assertThat(doctor.reads()).contains(SampleRegion.name(resident));
            assertThat(elsewhere).as("asked of other hosts").isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void aCardOfAnotherNetworkIsRefusedAsAReadersWouldBe() throws IOException {
        try (var doctor = before(new CameraFilm().code(2, "HM1.1234567890123.1.0123456789ab"), "doctor2")) {
            doctor.visit("/");
            press(doctor);
            doctor.page().waitForURL("**/?problem=not-a-card");
            assertThat(doctor.reads()).contains("このカードは使えません");
        }
    }

    @Test
    void theDesksFormIsAskedForItsOtherFieldAndTheCameraIsOff() throws IOException {
        var card = region.qr(region.resident("two-hospitals"));
        try (var desk = before(new CameraFilm().code(2, card), "desk1")) {
            desk.visit("/desk");
            press(desk);
            desk.page()
                    .waitForCondition(
                            () -> desk.page().locator("#f-code").inputValue().equals(card));
            desk.page().waitForFunction("document.activeElement.id === 'f-chart'");
            assertThat(desk.page().locator("dialog[open]").count()).isZero();
            assertThat(desk.page().evaluate("streams.length")).isEqualTo(1);
            assertThat(desk.page().evaluate(LIVE)).isEqualTo(0);
        }
    }

    @Test
    void whoeverFindsNothingIsToldSoAndEscapeEndsTheCamera() throws IOException {
        try (var doctor = before(new CameraFilm().nothing(2), "doctor2")) {
            doctor.page().clock().install();
            doctor.visit("/");
            press(doctor);
            told(doctor, "looking");
            doctor.clean();
            doctor.page().clock().fastForward(31_000);
            assertThat(told(doctor, "nothing").innerText()).contains("番号を入力できます");
            assertThat(doctor.page().evaluate(LIVE)).isEqualTo(1);
            doctor.page().clock().fastForward(150_000);
            assertThat(told(doctor, "ended").innerText()).contains("カメラを止めました");
            assertThat(doctor.page().evaluate(LIVE)).isEqualTo(0);
            doctor.press("もう一度");
            told(doctor, "looking");
            assertThat(doctor.page().evaluate(LIVE)).isEqualTo(1);
            doctor.page().keyboard().press("Escape");
            doctor.page()
                    .waitForCondition(
                            () -> doctor.page().locator("dialog[open]").count() == 0);
            assertThat(doctor.page().evaluate(LIVE)).isEqualTo(0);
            assertThat(doctor.page().evaluate("document.activeElement.matches('[data-camera]')"))
                    .isEqualTo(true);
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void whereTheCameraIsNotPermittedThePageSaysHowToGoOn() throws IOException {
        try (var doctor = before(new CameraFilm().nothing(1), "doctor2")) {
            doctor.page().context().clearPermissions();
            doctor.page().context().grantPermissions(List.of("geolocation"));
            doctor.visit("/");
            press(doctor);
            assertThat(told(doctor, "denied").innerText()).contains("許可されていません", "番号を入力");
            doctor.clean();
        }
    }

    @ParameterizedTest
    @CsvSource({"NotFoundError,absent,見つかりません", "NotReadableError,busy,ほかのアプリ"})
    void aCameraThatIsAbsentOrInUseIsSaidToBe(String failure, String word, String words) throws IOException {
        try (var doctor = before(new CameraFilm().nothing(1), "doctor2")) {
            doctor.page()
                    .addInitScript("navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '"
                            + failure + "'); }");
            doctor.visit("/");
            press(doctor);
            assertThat(told(doctor, word).innerText()).contains(words);
        }
    }

    /// The card goes into no page: what reads it runs beside.
    @Test
    void noPageMayRunWebAssemblyNotEvenOneWithTheButton() throws IOException {
        try (var doctor = before(new CameraFilm().nothing(1), "doctor2")) {
            doctor.visit("/");
            assertThat(doctor.page().evaluate("""
                    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'allowed', e => e.name)""")).isEqualTo("CompileError");
        }
    }

    @Test
    void withoutScriptsThereIsNoButtonAndTheFieldStandsAsBefore() {
        try (var doctor = signedInWithoutScripts("doctor3")) {
            assertThat(doctor.page().locator("#f-code").isVisible()).isTrue();
            assertThat(doctor.page().locator("[data-camera]:visible").count()).isZero();
        }
    }
}
