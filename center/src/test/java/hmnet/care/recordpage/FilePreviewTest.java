package hmnet.care.recordpage;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Audit;
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
import hmnet.record.previews.DrawableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages of a letter, a fax and a film as a ward sees them, and who sees none of them.
class FilePreviewTest extends Ward {
    @TempDir
    Path folder;

    @Autowired
    SignInAccounts accounts;

    @Autowired
    Audit audit;

    @LocalServerPort
    int port;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();
    private @Nullable Requester treating;

    @BeforeEach
    void aPersonIsKnownAtAHospital() {
        db.sql("delete from signin_throttle").update();
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
        treating = doctor();
        relations.begin(treating, person, RelationOrigin.CARD);
    }

    private String sent(String title, String name, byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("descriptor.json"));
            zip.write("{\"patient\":\"%s\",\"date\":\"2026-11-18\",\"title\":\"%s\"}"
                    .formatted(number, title)
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(file);
        }
        filed(hospital, new ReceivedFile(number + name + ".zip", bytes.toByteArray(), Door.FILES));
        var record = shown(Objects.requireNonNull(treating), person).stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
        return "/people/" + person + "/records/" + record + "/files/1";
    }

    private Browser at(FacilityKind kind, Profession profession, boolean tied) {
        var login = "preview" + number + kind + profession.word() + tied;
        var id = staff.register(facility(kind), login, "見本 花子", "ミホン ハナコ", profession, false);
        if (tied) {
            relations.begin(staff.byLogin(login).orElseThrow(), person, RelationOrigin.CARD);
        }
        return SignedIn.browser(port, accounts, id, login);
    }

    private Browser doctorsBrowser() {
        return at(FacilityKind.CLINIC, Profession.DOCTOR, true);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aLetterIsReadPageByPageBesideItsRecord() throws IOException {
        DrawableFiles.needsPoppler();
        var file = sent("紹介状", "letter.pdf", DrawableFiles.letter(5));
        var browser = doctorsBrowser();
        assertThat(browser.get(file.replace("/files/1", "")).body())
                .contains("href=\"" + file + "/preview\"", "を画面で見る");
        var first = browser.get(file + "/preview");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .contains(
                        "<img src=\"" + file + "/pages/1\" alt=\"紹介状 の 1 ページ目の画像（全 5 ページ）",
                        file + "/pages/3",
                        "href=\"?page=4\" rel=\"next\"",
                        "href=\"" + file + "\"",
                        "保存して開く")
                .doesNotContain(file + "/pages/4", "rel=\"prev\"");
        assertThat(browser.get(file + "/preview?page=4").body())
                .contains(file + "/pages/5", "href=\"?page=1\" rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
        var picture = browser.get(file + "/pages/2");
        assertThat(header(picture, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(picture, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(header(picture, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(picture, "Cache-Control")).contains("no-store");
        assertThat(browser.get(file + "/pages/6").statusCode()).isEqualTo(404);
        assertThat(browser.get(file + "/preview?page=6").body()).contains("このファイルにない");
    }

    @Test
    void eachScreenAndEachPictureStandsInTheLog() throws IOException {
        var file = sent("届いたファクス", "fax.tif", DrawableFiles.tiff(2));
        var browser = doctorsBrowser();
        browser.get(file + "/preview");
        var record = file.split("/", -1)[4];
        assertThat(audit.of(person.value(), 1).getFirst().detail())
                .containsEntry("view", "viewer/preview")
                .containsEntry("record", record);
        assertThat(browser.get(file + "/pages/2").statusCode()).isEqualTo(200);
        assertThat(audit.of(person.value(), 1).getFirst().detail())
                .containsEntry("view", "viewer/page-picture")
                .containsEntry("record", record);
    }

    @Test
    void whoMayNotSeeTheFileSeesNoneOfItsPages() throws IOException {
        var file = sent("届いたファクス", "fax.tif", DrawableFiles.tiff(1));
        var refused = List.of(
                at(FacilityKind.CLINIC, Profession.DOCTOR, false),
                at(FacilityKind.CLINIC, Profession.RECEPTION, true),
                at(FacilityKind.PHARMACY, Profession.PHARMACIST, true));
        for (var door : List.of("/preview", "/pages/1", "/film")) {
            assertThat(new Browser(port).get(file + door, "Accept", "image/png").statusCode())
                    .as(door)
                    .isEqualTo(401);
            for (var browser : refused) {
                assertThat(browser.get(file + door).statusCode()).as(door).isEqualTo(404);
            }
        }
        var doctor = doctorsBrowser();
        assertThat(doctor.get(file + "/pages/1").statusCode()).isEqualTo(200);
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-04", office());
        assertThat(doctor.get(file + "/pages/1").statusCode()).isEqualTo(403);
    }

    @Test
    void anotherPersonsRecordAndAPlaceWithoutAFileAreNotFound() throws IOException {
        var file = sent("届いたファクス", "fax.tif", DrawableFiles.tiff(1));
        var browser = doctorsBrowser();
        var other = file.replace(person.toString(), PersonId.fresh().toString());
        var unknown = file.replaceFirst("records/[^/]+", "records/" + UUID.randomUUID());
        for (var path :
                List.of(other, unknown, file.replace("files/1", "files/2"), file.replace("files/1", "files/0"))) {
            assertThat(browser.get(path + "/preview").statusCode()).as(path).isEqualTo(404);
            assertThat(browser.get(path + "/pages/1").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(browser.get(file + "/film").statusCode())
                .as("a fax is no film")
                .isEqualTo(404);
    }

    @Test
    void aFilmHasAPictureAndIsPlayedInParts() throws IOException {
        var film = DrawableFiles.film(folder);
        var file = sent("歩行の動画", "walk.mp4", film);
        var browser = doctorsBrowser();
        assertThat(browser.get(file + "/preview").body())
                .contains("<video controls", "poster=\"" + file + "/pages/1\"", "src=\"" + file + "/film\"");
        assertThat(header(browser.get(file + "/pages/1"), "Content-Type")).isEqualTo("image/jpeg");
        var part = browser.get(file + "/film", "Range", "bytes=4-11");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 4-11/" + film.length);
        assertThat(header(part, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(part, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(part.body()).startsWith("ftyp").hasSize(8);
        assertThat(audit.of(person.value(), 1).getFirst().detail()).containsEntry("view", "viewer/film");
    }
}
