package hmnet.consent.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignedIn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What was provided of a person to whom is recorded as the law asks, for whoever has to keep or may ask for the
/// record.
class ThirdPartyTest extends EmergencyWard {
    @Autowired
    private ThirdPartyProvisions records;

    @Autowired
    private Protections protections;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private Carried whom;
    private Requester clinic;

    @BeforeEach
    void aClinicReadsWhatAHospitalSent() {
        whom = carried(ConsentChoice.EVERYTHING);
        clinic = doctor();
        relations.begin(clinic, whom.person(), RelationOrigin.CARD);
        assertThat(shown(clinic, whom.person())).isNotEmpty();
    }

    private Browser desk(FacilityId facility, FacilityKind kind) {
        var login = "third" + number();
        var id = staff.register(
                facility,
                login,
                "窓口 花子",
                "マドグチ ハナコ",
                kind == FacilityKind.OFFICE ? Profession.OPERATOR : Profession.RECEPTION,
                true);
        return SignedIn.browser(port, signInAccounts, id, login);
    }

    private Map<String, String> found(Browser desk, String who) {
        var page = desk.post("/third-party/search", Map.of("who", who, "birth", "S25.2.28"));
        var form = new HashMap<>(Map.of(
                "from", today.minusDays(1).toString(),
                "until", today.toString(),
                "reason", "subject"));
        form.put("card", ticket(page));
        return form;
    }

    private String qr() {
        return cards.qrOf(whom.card().number());
    }

    @Test
    void aDayOfReadingIsOneLineWithBothPartiesTheKindsAndTheConsent() {
        shown(clinic, whom.person());
        var lines = records.of(whom.person(), today, today).lines();
        assertThat(lines).hasSize(1);
        var line = lines.getFirst();
        assertThat(line.source()).isEqualTo(whom.hospital());
        assertThat(line.recipient()).isEqualTo(clinic.facility());
        assertThat(line.kindList()).contains(RecordKind.PRESCRIPTION, RecordKind.VISIT);
        assertThat(line.ground()).isEqualTo(ProvisionGround.CONSENT);
        assertThat(line.consentedOn()).isEqualTo(today);
        assertThat(line.times()).isEqualTo(2);
        assertThat(records.of(whom.person(), today.minusDays(9), today.minusDays(1))
                        .lines())
                .as("of another day")
                .isEmpty();
    }

    @Test
    void readingOnesOwnRecordsProvidesNothing() {
        var before = records.of(whom.person(), today, today).lines();
        shown(at(whom.hospital(), Profession.DOCTOR), whom.person());
        assertThat(records.of(whom.person(), today, today).lines()).isEqualTo(before);
    }

    @Test
    void whatAnEmergencyOpenedSaysThatNobodyCouldBeAsked() {
        var silent = carried(ConsentChoice.NOTHING);
        var doctor = emergencyDoctor();
        doctor.browser()
                .get(opened(doctor.browser(), silent, glass(doctor.codes().apply(0))));
        assertThat(records.of(silent.person(), today, today).lines())
                .extracting(ThirdPartyProvision::ground)
                .containsOnly(ProvisionGround.LIFE);
    }

    @Test
    void theOfficeReadsAllOfItAndThatStandsInTheLog() {
        var office = desk(facility(FacilityKind.OFFICE), FacilityKind.OFFICE);
        var form = found(office, qr());
        assertThat(office.post("/third-party", form).body())
                .contains(
                        whom.card().holder().name(),
                        facilities.get(whom.hospital()).name(),
                        clinic.facilityName(),
                        "開設者 見本会",
                        "処方",
                        "ご本人の同意");
        assertThat(entries(whom.person(), Action.THIRD_PARTY_SHOWN)).hasSize(1);
        var file = office.post("/third-party/file", form);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.body()).contains("\"提供した日\"", '"' + clinic.facilityName() + '"', '"' + today.toString() + '"');
        assertThat(entries(whom.person(), Action.THIRD_PARTY_EXPORTED)).hasSize(1);
    }

    @Test
    void aDeskReadsWhatItsFacilityProvidedOrReceivedAndNoMore() {
        var other = doctor();
        relations.begin(other, whom.person(), RelationOrigin.CARD);
        shown(other, whom.person());
        var hospital = desk(whom.hospital(), FacilityKind.HOSPITAL);
        assertThat(hospital.post("/third-party", found(hospital, whom.number())).body())
                .as("whom it provided to")
                .contains(clinic.facilityName(), other.facilityName());
        var receiver = desk(other.facility(), FacilityKind.CLINIC);
        assertThat(receiver.post("/third-party", found(receiver, qr())).body())
                .as("what it received")
                .contains(facilities.get(whom.hospital()).name(), other.facilityName())
                .doesNotContain(clinic.facilityName());
    }

    @Test
    void whoHasNoDeskOrNoProofIsTurnedAway() {
        assertThat(SignedIn.browser(port, signInAccounts, clinic.staff(), clinic.login())
                        .get("/my/third-party")
                        .statusCode())
                .as("a resident's page")
                .isNotEqualTo(200);
        var nurse = member(hospital(), Profession.NURSE, false).browser();
        assertThat(nurse.get("/third-party").statusCode()).isEqualTo(404);
        var desk = desk(hospital(), FacilityKind.HOSPITAL);
        assertThat(desk.post("/third-party/search", Map.of("who", whom.number(), "birth", "S25.2.28"))
                        .statusCode())
                .as("another hospital's number")
                .isEqualTo(422);
        var office = desk(facility(FacilityKind.OFFICE), FacilityKind.OFFICE);
        var form = found(office, qr());
        assertThat(desk.post("/third-party", form).statusCode())
                .as("with another's proof")
                .isEqualTo(422);
        form.put("reason", "curious");
        assertThat(office.post("/third-party", form).body()).contains("理由をえらんでください");
        form.put("reason", "check");
        form.put("from", today.minusYears(6).toString());
        assertThat(office.post("/third-party/file", form).statusCode()).isEqualTo(422);
        assertThat(entries(whom.person(), Action.THIRD_PARTY_SHOWN)).isEmpty();
    }

    @Test
    void whereElseAProtectedPersonIsTreatedIsToldToNoDesk() {
        var hospital = desk(whom.hospital(), FacilityKind.HOSPITAL);
        assertThat(hospital.post("/third-party", found(hospital, whom.number())).body())
                .contains(clinic.facilityName());
        protections.begin(
                whom.person(),
                new ProtectionOrder("person", "photo", Set.of(facility(FacilityKind.CLINIC)), Set.of()),
                office());
        for (var page : new String[] {"/third-party", "/third-party/file"}) {
            assertThat(hospital.post(page, found(hospital, whom.number())).body())
                    .contains("（表示しません：保護対象者）", facilities.get(whom.hospital()).name())
                    .doesNotContain(clinic.facilityName());
        }
    }

    @Test
    void aResidentReadsTheirOwnAndTakesItAway() {
        var resident = signedIn(whom.card());
        assertThat(resident.get("/my/third-party").body())
                .contains(facilities.get(whom.hospital()).name(), clinic.facilityName(), "処方");
        assertThat(resident.get("/my/third-party/file").body()).contains('"' + clinic.facilityName() + '"');
        assertThat(resident.get("/my/third-party?from=2026-01-01&until=2026-01-31")
                        .body())
                .contains("第三者提供の記録はありません");
        assertThat(signedIn(carried(ConsentChoice.EVERYTHING).card())
                        .get("/my/third-party")
                        .body())
                .doesNotContain(clinic.facilityName());
    }

    @Test
    void anEventOfAnEarlierReleaseIsALineThatSaysSo() {
        assertThat(ProvidedKinds.of(Map.of("view", "viewer/timeline"))).isEmpty();
        var cut = ProvidedKinds.of(Map.of("from", "12:3fe 45:20 more")).orElseThrow();
        assertThat(cut.more()).isTrue();
        assertThat(cut.sources()).containsEntry(new FacilityId(12), 0x3feL).containsEntry(new FacilityId(45), 0x20L);
        assertThat(ProvidedKinds.of(Map.of("from", "-")).orElseThrow().sources())
                .isEmpty();
    }
}
