package hmnet.record.restoring;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.disaster.DisasterWard;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.record.filing.Papers;
import hmnet.record.inbox.ReceivedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A facility gets back what it sent, once the office agreed, and nobody else's.
class RestoringTest extends DisasterWard {
    private static final String NOTHING = "/restoring?problem=nothing-left";

    @Autowired
    private Restorings restorings;

    @Test
    void theDeskFetchesItsOriginalsByteForByteOnceTheOfficeAgreed() throws IOException {
        var hospital = hospital();
        var number = number();
        var visit = Papers.of(number).visit();
        var prescription = Papers.of(number).prescription("E1", "架空アムロジピン錠");
        filed(hospital, visit, prescription);
        filed(hospital(), Papers.of(number()).visit());
        var desk = desk(hospital);
        assertThat(leads(desk.post("/restoring/part", Map.of()))).isEqualTo(NOTHING);
        assertThat(leads(desk.post("/restoring", Map.of("why", " ")))).isEqualTo("/restoring?problem=why");
        assertThat(leads(desk.post("/restoring", Map.of("why", "浸水でサーバーを失った")))).isEqualTo("/restoring?done=asked");
        assertThat(leads(desk.post("/restoring/part", Map.of())))
                .as("one alone")
                .isEqualTo(NOTHING);
        var office = operator();
        assertThat(office.get("/office/restoring").body()).contains("浸水でサーバーを失った");
        var agreement = "/office/restoring/" + hospital.value() + "/agreement";
        assertThat(leads(office.post(agreement, Map.of()))).isEqualTo("/office/restoring?done=agreed");
        assertThat(leads(office.post(agreement, Map.of()))).isEqualTo("/office/restoring?problem=gone");
        assertThat(desk.get("/restoring").body()).contains("はじめの部分を受け取る");

        var part = restorings.part(at(hospital, Profession.RECEPTION), 0).orElseThrow();
        assertThat(part.count()).isEqualTo(2);
        var files = unpacked(part.zip());
        assertThat(files).hasSize(3).containsKey("SHA256SUMS");
        assertThat(files.values()).contains(visit.body(), prescription.body());
        var sums = new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8);
        files.forEach((name, body) -> {
            if (!name.equals("SHA256SUMS")) {
                assertThat(sums).contains(digest(body) + "  " + name);
            }
        });
        assertThat(leads(desk.post("/restoring/part", Map.of())))
                .as("all of it was fetched")
                .isEqualTo(NOTHING);
        var again = desk.post("/restoring/part", Map.of("from", "last"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(logged("originals-given-back", "fetched", "\"files\":\"2\"")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aFacilityThatIsStrickenAgainBeginsAgain() {
        var hospital = hospital();
        filed(hospital, Papers.of(number()).visit());
        var desk = desk(hospital);
        var agreement = "/office/restoring/" + hospital.value() + "/agreement";
        desk.post("/restoring", Map.of("why", "浸水"));
        operator().post(agreement, Map.of());
        assertThat(desk.post("/restoring/part", Map.of()).statusCode()).isEqualTo(200);
        desk.post("/restoring", Map.of("why", "また浸水"));
        operator().post(agreement, Map.of());
        assertThat(leads(desk.post("/restoring/part", Map.of())))
                .as("what came before is not asked for again")
                .isEqualTo(NOTHING);
        assertThat(desk.get("/restoring").body()).contains("はじめから受け取り直す");
        assertThat(desk.post("/restoring/part", Map.of("from", "start")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPartSaysWhatItLeavesOut() throws IOException {
        var hospital = hospital();
        var papers = Papers.of(number());
        var unreadable = papers.prescription("E1", "架空アムロジピン錠").path();
        filed(hospital, papers.visit());
        var held = filed(hospital, new ReceivedFile(unreadable, "読めない".getBytes(StandardCharsets.UTF_8)));
        var desk = desk(hospital);
        desk.post("/restoring", Map.of("why", "浸水"));
        operator().post("/office/restoring/" + hospital.value() + "/agreement", Map.of());
        var part = restorings.part(at(hospital, Profession.RECEPTION), 0).orElseThrow();
        assertThat(part.leftOut()).isEqualTo(1);
        assertThat(new String(unpacked(part.zip()).get("LEFT_OUT"), StandardCharsets.UTF_8))
                .isEqualTo(held.getFirst().id() + "\n");
    }

    @Test
    void nobodyElseFetchesOrAgrees() {
        var hospital = hospital();
        filed(hospital, Papers.of(number()).visit());
        var desk = desk(hospital);
        desk.post("/restoring", Map.of("why", "浸水"));
        var agreement = "/office/restoring/" + hospital.value() + "/agreement";
        for (var other : new Browser[] {
            desk,
            desk(hospital()),
            inTown(hospital, Profession.DOCTOR),
            inTown(FacilityKind.PHARMACY, Profession.PHARMACIST)
        }) {
            assertThat(other.post(agreement, Map.of()).statusCode()).isEqualTo(404);
            assertThat(other.get("/office/restoring").statusCode()).isEqualTo(404);
        }
        assertThat(inTown(hospital, Profession.DOCTOR).get("/restoring").statusCode())
                .isEqualTo(404);
        operator().post(agreement, Map.of());
        assertThat(leads(desk(hospital()).post("/restoring/part", Map.of())))
                .as("another facility's desk")
                .isEqualTo(NOTHING);
        assertThat(restorings.part(at(hospital, Profession.RECEPTION), 99_999_999L))
                .as("a part that was not reached")
                .isEmpty();
    }

    @Test
    void aPathLeadsOutOfNoFolder() {
        assertThat(OriginalsPart.safe("../../etc/passwd")).isEqualTo("etc/passwd");
        assertThat(OriginalsPart.safe("C:\\data\\..\\x")).isEqualTo("C_/data/x");
        assertThat(OriginalsPart.safe("/")).isEqualTo("file");
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
