package hmnet.formats.ssmix2;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/// What the writers write, the reader reads again, and FHIR's own strict parser accepts it.
class RoundTripTest {
    static Bundle bundle(Part part) {
        var parser = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        return parser.parseResource(Bundle.class, new String(part.bundle(), StandardCharsets.UTF_8));
    }

    private static List<Part> parts(StorageKind kind) throws BadStorage {
        var message = Invented.messages().get(kind);
        assertThat(message).isNotNull();
        return Invented.read(kind, Objects.requireNonNull(message)).parts(Invented.IDS);
    }

    private static <T extends Extract> T only(StorageKind kind, Class<T> type) throws BadStorage {
        var part = parts(kind).getFirst();
        return type.cast(Extract.read(part.kind(), part.extract()));
    }

    @Test
    void everyKindIsReadWithoutARepairAndItsBundlesAreStrictlyR4() throws BadStorage {
        var messages = Invented.messages();
        for (var kind : StorageKind.values()) {
            assertThat(messages.containsKey(kind)).as(kind.code()).isEqualTo(kind.readable());
        }
        for (var entry : messages.entrySet()) {
            var file = Invented.read(entry.getKey(), entry.getValue());
            assertThat(file.repairs()).as(entry.getKey().code()).isEmpty();
            assertThat(file.deletes()).isFalse();
            assertThat(file.pid3Differs()).isFalse();
            assertThat(file.messageTime()).isEqualTo(Invented.NOW);
            assertThat(file.person().familyName()).isEqualTo("架空");
            for (var part : file.parts(Invented.IDS)) {
                assertThat(bundle(part).getEntry()).hasSize(part.resources());
            }
        }
    }

    @Test
    void theFrameIsThatOfTheStandard() {
        for (var message : Invented.messages().values()) {
            var text = new String(message, StandardCharsets.ISO_8859_1);
            assertThat(text).startsWith("MSH|^~\\&|").endsWith("\r\u001C").doesNotContain("\n");
            assertThat(text).contains("|~ISO IR87||ISO 2022-1994|SS-MIX2_1.20^SS-MIX2^");
        }
    }

    @Test
    void thePersonIsReadAsWritten() throws BadStorage {
        var person = Invented.read(
                        StorageKind.ADT_00, Invented.messages().getOrDefault(StorageKind.ADT_00, new byte[0]))
                .person();
        assertThat(person)
                .isEqualTo(new Demographics(
                        "架空",
                        "花子",
                        "カクウ",
                        "ハナコ",
                        LocalDate.of(1950, 2, 28),
                        "female",
                        "730-0000",
                        "広島県架空市一丁目１−１",
                        "082-000-0000",
                        null));
    }

    @Test
    void onlyTheProfileRowHoldsThePerson() throws BadStorage {
        var rows = parts(StorageKind.ADT_00);
        assertThat(rows).extracting(Part::kind).containsExactly(RecordKind.PROFILE, RecordKind.ALLERGY);
        var patient = (Patient) bundle(rows.getFirst()).getEntryFirstRep().getResource();
        assertThat(patient.getIdPart()).isEqualTo(Invented.IDS.of("Patient", ""));
        assertThat(patient.getNameFirstRep().getText()).isEqualTo("架空 花子");
        assertThat(only(StorageKind.ADT_00, ProfileExtract.class))
                .isEqualTo(new ProfileExtract("151.0", "cm", "48.5", "kg", "A", List.of("国民健康保険退職者")));
        for (var kind : StorageKind.values()) {
            if (kind.readable() && kind != StorageKind.ADT_00) {
                for (var row : parts(kind)) {
                    assertThat(bundle(row).getEntry()).noneMatch(entry -> entry.getResource() instanceof Patient);
                }
            }
        }
    }

    @Test
    void aPrescriptionKeepsItsRpsDaysAndUsage() throws BadStorage {
        var extract = only(StorageKind.OMP_01, PrescriptionExtract.class);
        assertThat(extract.orderClass()).isEqualTo("OHP");
        assertThat(extract.administered()).isFalse();
        var item = extract.items().getFirst();
        assertThat(item.name()).isEqualTo("架空錠５ｍｇ");
        assertThat(item.days()).isEqualTo(14);
        assertThat(item.usageCode()).isEqualTo("1013044400000000");
        assertThat(item.start()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(item.total() + item.totalUnit()).isEqualTo("42錠");
        var request = (MedicationRequest)
                bundle(parts(StorageKind.OMP_01).getFirst()).getEntryFirstRep().getResource();
        assertThat(request.getDosageInstructionFirstRep()
                        .getTiming()
                        .getCode()
                        .getCodingFirstRep()
                        .getSystem())
                .isEqualTo("urn:oid:1.2.392.200250.2.2.20.20");
        assertThat(request.getSubject().getReference()).isEqualTo("Patient/" + Invented.IDS.of("Patient", ""));
    }

    @Test
    void anInjectionNamesEachDrugOfTheMixture() throws BadStorage {
        var extract = only(StorageKind.OMP_02, PrescriptionExtract.class);
        assertThat(extract.items())
                .extracting(PrescriptionExtract.DrugItem::name)
                .containsExactly("架空輸液５００ｍＬ", "架空注５０ｍｇ");
        assertThat(parts(StorageKind.OMP_02).getFirst().kind()).isEqualTo(RecordKind.INJECTION);
        assertThat(only(StorageKind.OMP_12, PrescriptionExtract.class).administered())
                .isTrue();
    }

    @Test
    void laboratoryResultsAreCutByKindAndKeepTheirNumbers() throws BadStorage {
        var rows = parts(StorageKind.OML_11);
        assertThat(rows).extracting(Part::kind).containsExactly(RecordKind.LAB_SAFETY, RecordKind.LABORATORY);
        var row = rows.getFirst();
        assertThat(row.occurredAt()).isEqualTo(Invented.NOW.minusHours(2).withNano(0));
        assertThat(row.finalAt()).isEqualTo(Invented.NOW.withNano(0));
        assertThat(row.preliminary()).isFalse();
        var item = only(StorageKind.OML_11, LabExtract.class).items().getFirst();
        assertThat(item.value() + item.unit() + item.low() + item.high() + item.flag())
                .isEqualTo("31U/L1330H");
        var observation = (Observation) bundle(row).getEntry().get(1).getResource();
        assertThat(observation.getValueQuantity().getValue()).isEqualByComparingTo("31");
    }

    @Test
    void staysAllergiesAndDiagnosesAreReadAsWritten() throws BadStorage {
        var discharge = only(StorageKind.ADT_52, StayExtract.class);
        assertThat(discharge.event()).isEqualTo("discharged");
        assertThat(discharge.admittedAt()).isEqualTo(Invented.NOW.minusDays(9).withNano(0));
        assertThat(discharge.ward()).isEqualTo("３東-301-1");
        assertThat(only(StorageKind.ADT_12, StayExtract.class).department()).isEqualTo("01");
        assertThat(only(StorageKind.ADT_61, AllergyExtract.class).items())
                .containsExactly(new AllergyExtract.AllergyItem(
                        "DA",
                        "ペニシリン",
                        "1",
                        "urn:hmnet:coding:99XYZ",
                        "MO",
                        "発疹",
                        "1996-01",
                        AllergyExtract.AllergyStatus.PRESENT,
                        AllergyExtract.AllergyType.UNSAID,
                        "",
                        List.of()));
        assertThat(only(StorageKind.PPR_01, DiagnosisExtract.class))
                .isEqualTo(new DiagnosisExtract(
                        "高血圧症", "20061808", "I10", "2026-02-27", "", "", false, true, CareState.ACTIVE, "", List.of()));
        assertThat(parts(StorageKind.PPR_01).getFirst().labels()).isEqualTo(Set.<Label>of());
    }
}
