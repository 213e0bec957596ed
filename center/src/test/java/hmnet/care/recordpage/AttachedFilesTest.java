package hmnet.care.recordpage;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.base.Unreadable;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

/// A letter as PDF and a photograph come with their records; who is handed them, and how.
class AttachedFilesTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/records/x");
    private static final String PDF = """
            %PDF-1.4
            1 0 obj
            << /Type /Catalog /Pages 3 0 R >>
            endobj
            2 0 obj
            << /Author (Kakuu Taro) >>
            endobj
            3 0 obj
            << /Type /Pages /Kids [4 0 R] /Count 1 >>
            endobj
            4 0 obj
            << /Type /Page /Parent 3 0 R /MediaBox [0 0 99 99] >>
            endobj
            trailer
            << /Root 1 0 R /Info 2 0 R >>
            startxref
            0
            %%EOF
            """;

    @Autowired
    RecordPage page;

    @Autowired
    AttachedFilePage door;

    @Autowired
    SignInAccounts accounts;

    @Autowired
    Audit audit;

    @LocalServerPort
    int port;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();
    private @Nullable Requester known;

    @BeforeEach
    void aHospitalSendsALetterAndAPhotograph() throws IOException {
        db.sql("delete from signin_throttle").update();
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
        known = doctor();
        relations.begin(known, person, RelationOrigin.CARD);
        filed(hospital, parcel("紹介状", "letter.pdf", PDF.getBytes(StandardCharsets.ISO_8859_1)));
        filed(hospital, parcel("創部の写真", "photo.png", photograph()));
    }

    private ReceivedFile parcel(String title, String name, byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("descriptor.json"));
            zip.write("{\"patient\":\"%s\",\"date\":\"2026-11-18\",\"title\":\"%s\"}"
                    .formatted(number, title)
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(file);
        }
        return new ReceivedFile(number + name + ".zip", bytes.toByteArray(), Door.FILES);
    }

    private static byte[] photograph() throws IOException {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setColor(new Color(0xC8B8A8));
        drawing.fillOval(40, 20, 240, 160);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private Requester treating() {
        return Objects.requireNonNull(known);
    }

    private UUID record(String title) {
        return shown(treating(), person).stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String file(UUID record, int file) {
        return "/people/" + person + "/records/" + record + "/files/" + file;
    }

    private Browser at(Profession profession) {
        var login = "files" + number + profession.word();
        var clinic = facility(FacilityKind.CLINIC);
        var id = staff.register(clinic, login, "見本 花子", "ミホン ハナコ", profession, false);
        relations.begin(staff.byLogin(login).orElseThrow(), person, RelationOrigin.CARD);
        return SignedIn.browser(port, accounts, id, login);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aPictureIsDrawnFromADoorOfItsOwnAndNothingInItCanAct() {
        var record = record("創部の写真");
        var browser = at(Profession.DOCTOR);
        assertThat(browser.get("/people/" + person + "/records/" + record).body())
                .contains("添付ファイル", "<img src=\"" + file(record, 1) + "\"");
        var answer = browser.get(file(record, 1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Disposition")).startsWith("inline");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(answer.body()).startsWith("\uFFFDPNG");
    }

    @Test
    void aPdfIsSavedUnderANameThatSaysNothingOfAnybody() {
        var record = record("紹介状");
        var browser = at(Profession.DOCTOR);
        assertThat(browser.get("/people/" + person + "/records/" + record).body())
                .contains("紹介状（PDF、1 KB）を保存して開く")
                .doesNotContain("<img src=\"/people");
        var answer = browser.get(file(record, 1));
        assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("attachment; filename=\"record-2026-11-18-1.pdf\"");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(answer.body()).startsWith("%PDF-").doesNotContain("Kakuu");
    }

    @Test
    void withoutSigningInOrTheRightThereIsNoFile() {
        var record = record("紹介状");
        assertThat(new Browser(port).get(file(record, 1), "Accept", "image/png").statusCode())
                .isEqualTo(401);
        assertThat(at(Profession.RECEPTION).get(file(record, 1)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasNoTieHearsTheSameAsOfAnUnknownPerson() {
        var record = record("紹介状");
        var stranger = doctor();
        var closed = door.show(person, record, 1, stranger, FRAME);
        var unknown = door.show(PersonId.fresh(), record, 1, stranger, FRAME);
        assertThat(closed.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(closed).isEqualTo(unknown);
    }

    @Test
    void anotherPersonsRecordAndAPlaceWithoutAFileAreNotFound() {
        var record = record("紹介状");
        var other = resident(ConsentChoice.EVERYTHING, hospital, number());
        relations.begin(treating(), other, RelationOrigin.CARD);
        assertThat(door.show(other, record, 1, treating(), FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        for (var place : List.of(-1, 0, 2, Integer.MAX_VALUE)) {
            assertThat(door.show(person, record, place, treating(), FRAME).getStatusCode())
                    .as("file %d", place)
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void aKindThatIsClosedAndAWithdrawnConsentCloseTheFilesToo() {
        var record = record("紹介状");
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        relations.begin(pharmacist, person, RelationOrigin.CARD);
        assertThat(door.show(person, record, 1, pharmacist, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-04", office());
        assertThat(door.show(person, record, 1, treating(), FRAME).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void eachFileHandedOutStandsInTheLogWithItsRecord() {
        var record = record("紹介状");
        assertThat(door.show(person, record, 1, treating(), FRAME).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        var event = audit.of(person.value(), 1).getFirst().detail();
        assertThat(event).containsEntry("view", "viewer/file").containsEntry("record", record.toString());
    }

    @Test
    void whatCouldActHasNoAddress() {
        var sent = Stream.of("active-content", "unexaminable", "virus", "not-scanned", "truncated")
                .map(why -> "{\"contentType\":\"application/pdf\",\"title\":\"見本\",\"data\":\"%s\"}"
                        .formatted(Base64.getEncoder().encodeToString(why.getBytes(StandardCharsets.UTF_8))))
                .collect(Collectors.joining(",", "{\"content\":[", "]}"));
        var files = new RecordFiles(sent, null, (bytes, name) -> {
            throw new Unreadable(new String(bytes, StandardCharsets.UTF_8), 0, "", "");
        });
        var lines = files.lines(person, UUID.randomUUID(), FRAME.m());
        assertThat(files.one(1)).isEmpty();
        assertThat(lines).extracting(RecordScreen.RecordFile::address).containsOnlyNulls();
        assertThat(lines)
                .extracting(RecordScreen.RecordFile::keptBack)
                .containsExactly("acts", "unexaminable", "virus", "not-scanned", "damaged");
    }
}
