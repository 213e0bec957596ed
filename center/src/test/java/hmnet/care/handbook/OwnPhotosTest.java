package hmnet.care.handbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentWard;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.other.Attachments;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.previews.DrawableFiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Residents photograph the sheets of their check-ups. Where a photograph was taken stays nowhere.
class OwnPhotosTest extends ResidentWard {
    private static final Pattern OWN_RECORD = Pattern.compile("/my/photos/([0-9a-f-]{36})");
    private static final String PLACE = "GPS 34.39,132.46 taken by Kakuu Taro";

    @TempDir
    private Path folder;

    @Autowired
    private HandbookCharts handbook;

    @Autowired
    private Charts opener;

    private Card card;
    private PersonId person;
    private FacilityId notebook;
    private Browser resident;

    @BeforeEach
    void aResidentWithTheHandbook() {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        notebook = handbook.facility().orElseThrow().id();
        card = card();
        person = card.holder().id();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        resident = signedIn(card);
    }

    private static Map<String, String> sheet(String... more) {
        var fields = new HashMap<>(Map.of(
                "photo",
                UUID.randomUUID().toString(),
                "kind",
                "checkup",
                "day",
                LocalDate.now(JapaneseDates.JAPAN).minusDays(30).toString(),
                "place",
                "架空健診センター"));
        for (var n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        return fields;
    }

    private HttpResponse<String> sent(Map<String, String> fields, String name, byte[] file) {
        var answer = resident.post("/my/photos", fields, name, file);
        settle(notebook);
        return answer;
    }

    /// As a telephone held upright writes it: the points lie on their side, the red half of them first.
    private static byte[] photograph() throws IOException {
        var points = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        var pen = points.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 64, 32);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 32, 32);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(points, "jpeg", out);
        var plain = out.toByteArray();
        var exif = joined(
                "Exif\0\0MM".getBytes(ISO_8859_1),
                new byte[] {0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0},
                PLACE.getBytes(ISO_8859_1));
        var length = exif.length + 2;
        var head = new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length};
        return joined(Arrays.copyOf(plain, 2), head, exif, Arrays.copyOfRange(plain, 2, plain.length));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private Requester caring() {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return doctor;
    }

    private List<ChartEntry> papers(Requester reader) {
        return shown(reader, person).stream()
                .filter(entry -> entry.kind() == RecordKind.DOCUMENT)
                .toList();
    }

    private byte[] kept(Requester reader) {
        var id = papers(reader).getFirst().id();
        return opener.open(reader, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened(var chart) ->
                Attachments.sent(chart.document(id).orElseThrow().bundle())
                        .getFirst()
                        .content();
            case Opening.Closed closed -> throw new IllegalStateException(closed.toString());
        });
    }

    private String record() {
        var found = OWN_RECORD.matcher(resident.get("/my/photos").body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void aDoctorSeesTheSheetUprightAndNobodyWhereItWasTaken() throws IOException {
        var photograph = photograph();
        assertThat(new String(photograph, ISO_8859_1)).contains(PLACE);
        var fields = sheet("words", "去年より体重が減りました");
        assertThat(leads(sent(fields, "IMG_0001.jpg", photograph))).isEqualTo("/my/photos?told=kept");
        assertThat(leads(sent(fields, "IMG_0001.jpg", photograph)))
                .as("pressed twice")
                .isEqualTo("/my/photos?told=already");
        var doctor = caring();
        assertThat(papers(doctor)).singleElement().satisfies(paper -> {
            assertThat(paper.title()).isEqualTo("健診結果の写真（架空健診センター）");
            assertThat(paper.facility()).isEqualTo(notebook);
        });
        var picture = kept(doctor);
        assertThat(new String(picture, ISO_8859_1)).doesNotContain("GPS", "Exif", "Kakuu");
        assertThat(opened(notebook)).noneMatch(file -> new String(file, ISO_8859_1).contains("Kakuu"));
        var drawn = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(drawn.getWidth()).isEqualTo(32);
        assertThat(drawn.getHeight()).isEqualTo(64);
        assertThat(new Color(drawn.getRGB(16, 8)).getGreen()).as("red is up").isLessThan(80);
        assertThat(new Color(drawn.getRGB(16, 56)).getGreen()).isGreaterThan(200);

        var page = resident.get(record()).body();
        assertThat(page).contains("本人が記録", "去年より体重が減りました");
        var shown = resident.get(record() + "/1");
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(resident.get(record() + "/2").statusCode()).isEqualTo(404);
    }

    @Test
    void aPhotographOfATelephoneInHeicIsKeptAsAJpeg() throws IOException {
        var heic = DrawableFiles.heic(folder);
        assertThat(leads(sent(sheet(), "IMG_0002.HEIC", heic))).isEqualTo("/my/photos?told=kept");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept(caring())))).isNotNull();
    }

    @Test
    void whatIsNoHonestPhotographIsRefusedWithTheReason() throws IOException {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(UTF_8);
        refused(sent(sheet(), "photo.svg", svg), "写真（JPEG・PNG・HEIC・TIFF）か PDF を選んでください");
        refused(sent(sheet(), "photo.jpg", "<html><script>".getBytes(UTF_8)), "か PDF を選んでください");
        var whole = photograph();
        refused(sent(sheet(), "photo.jpg", Arrays.copyOf(whole, whole.length / 2)), "壊れていて読めません");
        var flood = photograph();
        for (var n = 0; n + 9 < flood.length; n++) {
            if ((flood[n] & 0xFF) == 0xFF && (flood[n + 1] & 0xFF) == 0xC0) {
                Arrays.fill(flood, n + 5, n + 9, (byte) 0xEA);
            }
        }
        refused(sent(sheet(), "photo.jpg", flood), "大きすぎるか、こみ入っていて読めません");
        refused(sent(sheet(), "photo.jpg", new byte[0]), "写真を選んでください");
        refused(sent(sheet("day", "2999-01-01"), "photo.jpg", whole), "先の日付です");
        refused(sent(sheet("kind", "x"), "photo.jpg", whole), "何の用紙かを選んでください");
        refused(sent(sheet("place", "あ".repeat(201)), "photo.jpg", whole), "200 字までで入力してください");
        refused(sent(sheet(), "letter.pdf", DrawableFiles.letter(7)), "写真は 6 枚までです");
        assertThat(papers(caring())).isEmpty();
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void whatIsTakenBackIsSeenNoMore() throws IOException {
        sent(sheet(), "photo.jpg", photograph());
        var record = record();
        var doctor = caring();
        assertThat(papers(doctor)).hasSize(1);
        assertThat(leads(resident.post(record + "/withdraw", Map.of()))).isEqualTo("/my/photos?told=withdrawn");
        settle(notebook);
        assertThat(papers(doctor)).isEmpty();
        assertThat(resident.get("/my/photos").body()).contains("写真はまだありません");
        assertThat(resident.get(record + "/1").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyElseReachesThem() throws IOException {
        sent(sheet(), "photo.jpg", photograph());
        var record = record();
        var other = signedIn(card());
        for (var path : List.of(record, record + "/1")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.post(record + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.get("/my/photos").body()).doesNotContain("架空健診センター");
        assertThat(shown(doctor(), person)).as("without a tie").isEmpty();
    }
}
