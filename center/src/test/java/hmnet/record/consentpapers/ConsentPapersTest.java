package hmnet.record.consentpapers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.keys.DataFolder;
import hmnet.ground.signin.Browser;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import hmnet.record.examination.ClamDouble;
import hmnet.record.filestore.StoredObjects;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The office keeps what a person signed as it came, the person reads it, and what was kept by mistake goes by two.
class ConsentPapersTest extends EmergencyWard {
    private static final String PATH = "/office/consents/papers";
    private static final String HIDDEN = "what only the original says";

    @Autowired
    private StoredObjects objects;

    @Autowired
    private DataFolder data;

    @Autowired
    private Protections protections;

    @Autowired
    private SamePersons samePersons;

    private Card card;
    private PersonId person;
    private Browser office;
    private Browser second;

    @BeforeEach
    void somebodySignedAForm() {
        card = card();
        person = card.holder().id();
        office = officer();
        second = officer();
    }

    private Browser officer() {
        return member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false).browser();
    }

    private String found(Browser desk, Card whose) {
        return ticket(desk.post("/office/consents/search", Map.of("code", cards.qrOf(whose.number()))));
    }

    /// A page that says nothing of the comment behind it, which is in the original alone.
    private static byte[] pdf(String words, String more) {
        return """
                %%PDF-1.7
                %%%s
                1 0 obj
                << /Type /Catalog /Pages 2 0 R %s >>
                endobj
                2 0 obj
                << /Type /Pages /Kids [3 0 R] /Count 1 >>
                endobj
                3 0 obj
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>
                endobj
                4 0 obj
                << /Length %d >>
                stream
                %s
                endstream
                endobj
                trailer
                << /Root 1 0 R >>
                startxref
                0
                %%%%EOF
                """.formatted(HIDDEN, more, words.length(), words).getBytes(ISO_8859_1);
    }

    private static Map<String, String> form() {
        return Map.of("kind", "agreement", "signed", "2026-11-18", "witness", "立会 花子");
    }

    private HttpResponse<String> keep(Browser desk, Card whose, Map<String, String> form, String name, byte[] file) {
        return desk.post(PATH + "?card=" + found(desk, whose), form, name, file);
    }

    private UUID kept(byte[] file) {
        assertThat(leads(keep(office, card, form(), "scan.pdf", file)))
                .startsWith(PATH + "?card=")
                .endsWith("&told=kept");
        return newest();
    }

    private UUID newest() {
        return db.sql("select id from consent_paper where person = ? order by kept_at desc limit 1")
                .param(person.value())
                .query(UUID.class)
                .single();
    }

    private long count() {
        return db.sql("select count(*) from consent_paper where person = ?")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    private String list(Browser desk) {
        return desk.get(PATH + "?card=" + found(desk, card)).body();
    }

    private HttpResponse<String> removal(Browser desk, UUID paper, String act, String reason) {
        return desk.post(
                PATH + "/" + paper + "/removal", Map.of("card", found(desk, card), "act", act, "reason", reason));
    }

    @Test
    void theOfficeKeepsAPaperAndThePersonReadsIt() {
        var id = kept(pdf("words", ""));
        assertThat(list(office)).contains("同意（署名日 2026/11/18）", "立会 花子", "審査 花子", "PDF 1 KB を開く");
        var opened = office.get(PATH + "/" + id + "?card=" + found(office, card));
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(opened.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"consent-2026-11-18.pdf\"");
        assertThat(opened.headers().firstValue("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
        assertThat(opened.body()).as("the cleaned one").startsWith("%PDF-").doesNotContain(HIDDEN);
        var resident = signedIn(card);
        assertThat(resident.get("/my/consent").body()).contains("href=\"/my/consent/papers\"");
        assertThat(resident.get("/my/consent/papers").body()).contains("同意（署名日 2026/11/18）", "立会 花子");
        assertThat(resident.get("/my/consent/papers/" + id).body())
                .startsWith("%PDF-")
                .doesNotContain(HIDDEN);
        assertThat(resident.get("/my/log").body()).contains("同意書などの画像を登録しました", "同意書などの画像を確かめました");
    }

    @Test
    void whatCameLiesByteForByteAndSealed() throws IOException {
        var file = pdf("words", "");
        var id = kept(file);
        var object = object(id);
        try (var original = objects.open(object, 0)) {
            assertThat(original.readAllBytes()).isEqualTo(file);
        }
        assertThat(lying(object)).hasSize(1);
        assertThat(Files.readString(lying(object).getFirst(), ISO_8859_1)).doesNotContain("%PDF", HIDDEN);
        assertThat(db.sql("select p::text from consent_paper p where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain(HexFormat.of().formatHex("立会".getBytes(UTF_8)));
    }

    private UUID object(UUID paper) {
        return db.sql("select object from consent_paper where id = ?")
                .param(paper)
                .query(UUID.class)
                .single();
    }

    private List<Path> lying(UUID object) throws IOException {
        try (var walk = Files.walk(data.data().resolve("files"))) {
            return walk.filter(path -> path.getFileName().toString().contains(object.toString()))
                    .toList();
        }
    }

    @Test
    void whatIsNoPaperIsRefusedWithAReason() {
        assertThat(keep(office, card, form(), "scan.pdf", "MZ\0this is a program".getBytes(ISO_8859_1))
                        .body())
                .as("a program by the name of a PDF")
                .contains("PDF・PNG・JPEG・TIFF ではありません");
        assertThat(keep(office, card, form(), "scan.pdf", pdf(ClamDouble.EICAR, ""))
                        .body())
                .contains("ウイルスが見つかりました");
        assertThat(keep(office, card, form(), "scan.pdf", pdf("x", "/OpenAction << /S /JavaScript /JS (x) >>"))
                        .body())
                .contains("開くと動く仕掛け");
        assertThat(keep(office, card, form(), "scan.pdf", new byte[0]).body()).contains("ファイルを選んでください");
        for (var bytes : List.of(ConsentPapers.MAX_BYTES + 1, 12 << 20)) {
            var answer = keep(office, card, form(), "scan.pdf", new byte[bytes]);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("ファイルが大きすぎます", card.holder().name());
        }
        assertThat(count()).isZero();
        assertThat(entries(person, Action.CONSENT_PAPER_KEPT))
                .as("each refusal after the examination")
                .hasSize(3);
    }

    @Test
    void aFormThatCannotBeReadStandsAgain() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1).toString();
        var form = new HashMap<>(Map.of("kind", "diary", "signed", tomorrow, "witness", "立".repeat(101)));
        assertThat(keep(office, card, form, "scan.pdf", pdf("words", "")).body())
                .contains("書面の種類を選んでください", "先の日です", "100 文字まで", tomorrow);
        form.putAll(Map.of("kind", "proxy", "signed", "1999-12-31", "witness", ""));
        assertThat(keep(office, card, form, "scan.pdf", pdf("words", "")).body())
                .contains("2000 年より前の日です")
                .doesNotContain("書面の種類を選んでください");
        assertThat(count()).isZero();
    }

    @Test
    void whoIsNotTheOfficeThatReadTheCardIsTurnedAway() {
        var id = kept(pdf("words", ""));
        var nurse = member(hospital(), Profession.NURSE, false).browser();
        assertThat(nurse.get(PATH).statusCode()).isEqualTo(404);
        assertThat(nurse.get(PATH + "/" + id).statusCode()).isEqualTo(404);
        var others = found(second, card);
        assertThat(leads(office.post(PATH + "?card=" + others, form(), "scan.pdf", pdf("other", ""))))
                .as("with another's proof")
                .isEqualTo("/office/consents");
        for (var proof : List.of("", "x.y.z", others)) {
            assertThat(leads(office.get(PATH + "?card=" + proof))).isEqualTo("/office/consents");
            assertThat(leads(office.get(PATH + "/" + id + "?card=" + proof))).isEqualTo("/office/consents");
            assertThat(leads(office.post(PATH + "/" + id + "/removal", Map.of("card", proof, "act", "ask"))))
                    .isEqualTo("/office/consents");
        }
        var stranger = card();
        assertThat(office.get(PATH + "/" + id + "?card=" + found(office, stranger))
                        .statusCode())
                .as("by another person's card")
                .isEqualTo(404);
        var resident = signedIn(stranger);
        assertThat(resident.get("/my/consent/papers").body()).contains("登録された書面はありません");
        assertThat(resident.get("/my/consent/papers/" + id).statusCode()).isEqualTo(404);
        assertThat(office.get("/my/consent/papers/" + id).statusCode()).isNotEqualTo(200);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aPaperKeptByMistakeGoesByTwoAndItsLineStays() throws IOException {
        var id = kept(pdf("words", ""));
        var object = object(id);
        assertThat(removal(office, id, "ask", " ").body()).contains("理由を 500 文字までで書いてください");
        assertThat(leads(removal(office, id, "agree", ""))).contains("told=nothing");
        assertThat(leads(removal(office, id, "ask", "別の方の書面"))).contains("told=asked");
        assertThat(leads(removal(second, id, "ask", "わたしも"))).contains("told=nothing");
        assertThat(leads(removal(office, id, "agree", ""))).as("nobody is both").contains("told=same-person");
        assertThat(lying(object)).hasSize(1);
        assertThat(list(second)).contains("審査 花子 が取り下げを申し出ています", "2 人目として取り下げる");
        assertThat(leads(removal(second, id, "agree", ""))).contains("told=removed");
        assertThat(lying(object)).as("the bytes are gone").isEmpty();
        assertThat(db.sql("select count(*) from stored_object where id = ?")
                        .param(object)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(list(office)).contains("取り下げ済み", "別の方の書面").doesNotContain("を開く");
        assertThat(office.get(PATH + "/" + id + "?card=" + found(office, card)).statusCode())
                .isEqualTo(404);
        var resident = signedIn(card);
        assertThat(resident.get("/my/consent/papers").body())
                .as("gone is not the same as never there")
                .contains("に登録した画像は、誤りだったため取り下げられました")
                .doesNotContain("登録された書面はありません", "別の方の書面");
        assertThat(resident.get("/my/consent/papers/" + id).statusCode()).isEqualTo(404);
        assertThat(resident.get("/my/log").body()).contains("取り下げを申し出ました", "誤って登録した同意書の画像を取り下げました");
        assertThat(entries(person, Action.CONSENT_PAPER_REMOVED)).hasSize(2);
    }

    @Test
    void aPaperThatIsMissingOrDamagedIsToldAsThat() throws IOException {
        var id = kept(pdf("words", ""));
        var file = lying(object(id)).getFirst();
        var sealed = Files.readAllBytes(file);
        Files.delete(file);
        assertThat(office.get(PATH + "/" + id + "?card=" + found(office, card)).statusCode())
                .isEqualTo(503);
        var broken = sealed.clone();
        broken[sealed.length / 2] ^= 1;
        Files.write(file, broken);
        assertThat(signedIn(card).get("/my/consent/papers/" + id).statusCode()).isEqualTo(503);
        assertThat(entries(person, Action.CONSENT_PAPER_SHOWN))
                .as("nothing was shown to the office")
                .isEmpty();
        assertThat(entries(person, Action.OWN_PAGE_SHOWN))
                .as("nor to the person")
                .noneMatch(entry -> entry.outcome().equals("opened"));
        Files.write(file, sealed); // others count what lies there
        assertThat(office.get(PATH + "/" + id + "?card=" + found(office, card)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRequestMayBeTakenBackOrRefusedAndThePaperStays() {
        var id = kept(pdf("words", ""));
        removal(office, id, "ask", "間違い");
        assertThat(leads(removal(office, id, "refuse", ""))).contains("told=withdrawn");
        removal(office, id, "ask", "間違い");
        assertThat(leads(removal(second, id, "refuse", ""))).contains("told=refused");
        assertThat(leads(removal(second, id, "refuse", ""))).contains("told=nothing");
        assertThat(removal(second, id, "burn", "").statusCode()).isEqualTo(404);
        assertThat(list(office)).contains("PDF 1 KB を開く");
        assertThat(signedIn(card).get("/my/log").body())
                .contains("取り下げの申し出をやめました", "取り下げを断りました（画像は残っています）")
                .doesNotContain("確かめられませんでした");
    }

    @Test
    void everyLookAndActStandsInTheLogOfThePerson() {
        var id = kept(pdf("words", ""));
        office.get(PATH + "/" + id + "?card=" + found(office, card));
        list(office);
        assertThat(entries(person, Action.CONSENT_PAPER_KEPT)).hasSize(1);
        assertThat(entries(person, Action.CONSENT_PAPER_SHOWN)).hasSize(2);
        var resident = signedIn(card);
        resident.get("/my/consent/papers");
        resident.get("/my/consent/papers/" + id);
        assertThat(entries(person, Action.OWN_PAGE_SHOWN))
                .filteredOn(entry -> entry.outcome().equals("opened"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("paper", id.toString()));
    }

    @Test
    void aPictureIsDrawnInsideASandbox() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        keep(office, card, form(), "scan.pdf", png.toByteArray());
        var opened = office.get(PATH + "/" + newest() + "?card=" + found(office, card));
        assertThat(opened.headers().firstValue("Content-Type"))
                .as("by its bytes, not its name")
                .hasValue("image/png");
        assertThat(opened.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"consent-2026-11-18.png\"");
        assertThat(opened.headers().firstValue("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
    }

    @Test
    void whoIsShutOutFromAProtectedPersonIsSentBackToTheCard() {
        var home = facility(FacilityKind.OFFICE);
        var shutOut = member(home, Profession.OPERATOR, false).browser();
        var id = kept(pdf("words", ""));
        var proof = found(shutOut, card);
        assertThat(shutOut.get(PATH + "?card=" + proof).statusCode()).isEqualTo(200);
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(home), Set.of()), office());
        assertThat(leads(shutOut.get(PATH + "?card=" + proof))).isEqualTo("/office/consents");
        assertThat(leads(shutOut.get(PATH + "/" + id + "?card=" + proof))).isEqualTo("/office/consents");
        assertThat(leads(shutOut.post(PATH + "?card=" + proof, form(), "scan.pdf", pdf("more", ""))))
                .isEqualTo("/office/consents");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void personsWhoAreOneHaveOneList() {
        var id = kept(pdf("words", ""));
        var other = card();
        var resident = signedIn(other);
        assertThat(resident.get("/my/consent/papers/" + id).statusCode()).isEqualTo(404);
        samePersons.join(person, other.holder().id(), office().actor(), "同じ方");
        assertThat(resident.get("/my/consent/papers").body()).contains("同意（署名日 2026/11/18）");
        assertThat(resident.get("/my/consent/papers/" + id).body()).startsWith("%PDF-");
        samePersons.part(person, other.holder().id(), office().actor(), "別の方");
        assertThat(resident.get("/my/consent/papers/" + id).statusCode()).isEqualTo(404);
    }
}
