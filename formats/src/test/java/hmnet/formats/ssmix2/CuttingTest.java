package hmnet.formats.ssmix2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Diagnosis;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.Profile.Allergy;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.SentDepartment;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.formats.ssmix2.storage.StoragePath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// One row, one kind, one set of labels, one date.
class CuttingTest {
    private static final Charset JIS = Charset.forName("ISO-2022-JP");

    private static List<Part> parts(StorageKind kind, byte[] message) throws BadStorage {
        return Invented.read(kind, message).parts(Invented.IDS);
    }

    private static List<Part> results(LabItem... items) throws BadStorage {
        return parts(StorageKind.OML_11, Invented.labResult(items));
    }

    private static List<Part> diagnoses(Diagnosis... diagnoses) throws BadStorage {
        return parts(
                StorageKind.PPR_01, Ssmix2Messages.diagnoses(Invented.HEADER, Invented.PATIENT, List.of(diagnoses)));
    }

    private static byte[] edited(byte[] message, UnaryOperator<String> edit) {
        return edit.apply(new String(message, JIS)).getBytes(JIS);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void eachDiagnosisIsARowWithItsOwnLabels() throws BadStorage {
        var rows = diagnoses(
                Invented.diagnosis("P1", "高血圧症", "I10"),
                Invented.diagnosis("P2", "ＨＩＶ感染症", "B24"),
                Invented.diagnosis("P3", "うつ病", "F32.9"));
        assertThat(rows).extracting(Part::key).containsExactly("P1", "P2", "P3");
        assertThat(rows.get(0).labels()).isEmpty();
        assertThat(rows.get(1).labels()).containsExactly(Label.HIV);
        assertThat(rows.get(2).labels()).containsExactly(Label.PSYCHIATRY);
        assertThat(rows.getFirst().occurredAt().toLocalDate()).isEqualTo(LocalDate.of(2026, 2, 27));
    }

    @Test
    void theDepartmentsNameComesWithTheRow() throws BadStorage {
        for (var kind : List.of(StorageKind.PPR_01, StorageKind.OMP_01, StorageKind.OML_11)) {
            for (var row : parts(kind, message(kind))) {
                assertThat(SentDepartment.of(row.extract())).as("%s", kind).isEqualTo("内科");
                assertThat(utf8(Extract.read(row.kind(), row.extract()).write()))
                        .as("the extract itself")
                        .doesNotContain("内科");
            }
        }
        var visit = parts(StorageKind.ADT_12, message(StorageKind.ADT_12));
        assertThat(SentDepartment.of(visit.getFirst().extract()))
                .as("a visit names a code alone")
                .isEmpty();
    }

    @Test
    void anOtherDepartmentsNameIsNotTakenForTheFilesOwn() throws BadStorage {
        for (var kind : List.of(StorageKind.OMP_01, StorageKind.OML_11)) {
            var other = edited(message(kind), text -> text.replace("01^内科^", "77^健診部^"));
            assertThat(parts(kind, other))
                    .isNotEmpty()
                    .allSatisfy(
                            row -> assertThat(SentDepartment.of(row.extract())).isEmpty());
        }
    }

    private static byte[] message(StorageKind kind) {
        return Objects.requireNonNull(Invented.messages().get(kind));
    }

    @Test
    void anUntoldAndARestrictedDiagnosisAreLabelled() throws BadStorage {
        var told = Invented.diagnosis("P1", "胃癌", "C169");
        var untold = new Diagnosis(
                "UP",
                told.actedOn(),
                told.disease(),
                "P2",
                "",
                "C169",
                "2013",
                told.onset(),
                null,
                true,
                CodedText.NONE,
                true,
                CodedText.text("未告知"),
                new CodedText("R", "制限", "HL70177"),
                List.of(),
                List.of(),
                false,
                Invented.INTERNAL,
                Invented.DOCTOR);
        var rows = diagnoses(told, untold);
        assertThat(rows.get(0).labels()).isEmpty();
        assertThat(rows.get(1).labels()).containsExactlyInAnyOrder(Label.UNINFORMED, Label.RESTRICTED);
        assertThat(rows.get(1).correction()).isTrue();
    }

    @Test
    void aDiagnosisTakenBackLeavesItsRow() throws BadStorage {
        var message = Ssmix2Messages.diagnoses(
                Invented.HEADER,
                Invented.PATIENT,
                List.of(Invented.diagnosis("P1", "高血圧症", "I10"), Invented.diagnosis("P2", "糖尿病", "E14")));
        var rows = parts(StorageKind.PPR_01, edited(message, text -> text.replaceFirst("PRB\\|AD", "PRB|DE")));
        assertThat(rows).extracting(Part::key).containsExactly("P2");
    }

    @Test
    void anHivTestAmongRoutineOnesIsARowOfItsOwn() throws BadStorage {
        var rows = results(Invented.protein("7.2", "F"), Invented.hiv(), Invented.ast("31", "F"));
        assertThat(rows)
                .extracting(Part::kind)
                .containsExactly(RecordKind.LABORATORY, RecordKind.LABORATORY, RecordKind.LAB_SAFETY);
        assertThat(rows.get(1).labels()).containsExactly(Label.HIV);
        for (var other : List.of(rows.get(0), rows.get(2))) {
            var told = other.title() + utf8(other.bundle()) + utf8(other.extract()) + other.codes();
            assertThat(told).doesNotContain("5F560", "ＨＩＶ");
        }
    }

    @Test
    void aPreliminaryResultIsNotFinalAndACorrectedOneSaysSo() throws BadStorage {
        var rows = results(Invented.ast("31", "P"), Invented.protein("7.2", "C"));
        assertThat(rows.get(0).preliminary()).isTrue();
        assertThat(rows.get(0).finalAt()).isNull();
        assertThat(rows.get(1).correction()).isTrue();
        assertThat(rows.get(1).finalAt()).isNotNull();
    }

    @Test
    void aResultDeletedOrPostedToTheWrongPatientIsNotShown() throws BadStorage {
        var rows = results(Invented.ast("31", "D"), Invented.ast("32", "W"), Invented.protein("7.2", "F"));
        assertThat(rows).extracting(Part::kind).containsExactly(RecordKind.LABORATORY);
    }

    @Test
    void onlyACleanNumberIsAQuantity() throws BadStorage {
        for (var value : List.of("<5.0", "12+", "1,000", "007", "検査中止", "１２", "1e9", "+5")) {
            assertThat(utf8(results(Invented.ast(value, "F")).getFirst().bundle()))
                    .contains("\"valueString\":\"" + value + "\"")
                    .doesNotContain("valueQuantity");
        }
        assertThat(utf8(results(Invented.ast("7.20", "F")).getFirst().bundle())).contains("\"value\":7.20,");
    }

    @Test
    void aStructuredNumericIsJoinedBySpaces() throws BadStorage {
        var message = edited(
                Invented.labResult(Invented.ast("1", "F")),
                text -> text.replace("|NM|", "|SN|").replace("|1|U/L", "|>^100|U/L"));
        var row = parts(StorageKind.OML_11, message).getFirst();
        var extract = (LabExtract) Extract.read(RecordKind.LAB_SAFETY, row.extract());
        assertThat(extract.items().getFirst().value()).isEqualTo("> 100");
    }

    @Test
    void obrAndOrcMayStandInEitherOrder() throws BadStorage {
        var usual = Invented.labResult(Invented.ast("31", "F"));
        var turned = edited(usual, text -> {
            var orc = text.substring(text.indexOf("ORC|"), text.indexOf("OBX|"));
            return text.replace(orc, "").replace("OBR|", orc + "OBR|");
        });
        assertThat(utf8(parts(StorageKind.OML_11, turned).getFirst().bundle()))
                .isEqualTo(utf8(parts(StorageKind.OML_11, usual).getFirst().bundle()));
    }

    @Test
    void aCancelledOrderDeletesAndACancelledDrugLeaves() throws BadStorage {
        var cancelled = new Order("CA", "000000000000123", Invented.NOW, Invented.DOCTOR, Invented.INTERNAL, false);
        var all = Invented.prescription(cancelled, Invented.rp("1", 7, Invented.drug("1", "甲錠")));
        assertThat(Invented.read(StorageKind.OMP_01, all).deletes()).isTrue();
        assertThat(parts(StorageKind.OMP_01, all)).isEmpty();
        var two = Invented.prescription(
                Invented.ORDER, Invented.rp("1", 7, Invented.drug("1", "甲錠"), Invented.drug("2", "乙錠")));
        var one = edited(two, text -> text.replaceFirst("ORC\\|NW", "ORC|CA"));
        assertThat(Invented.read(StorageKind.OMP_01, one).deletes()).isFalse();
        assertThat(parts(StorageKind.OMP_01, one).getFirst().title()).isEqualTo("処方 乙錠");
    }

    @Test
    void aRetractedFileAndADeletionMessageDelete() throws BadStorage {
        var message = Ssmix2Messages.dischargeDeleted(Invented.HEADER, Invented.PATIENT, Invented.STAY);
        assertThat(Invented.read(StorageKind.ADT_52, message).deletes()).isTrue();
        var path = StoragePath.parse(
                Invented.nameOf(StorageKind.ADT_12).flagged(Flag.RETRACTED).path());
        var retracted = StorageFile.read(
                path, Ssmix2Messages.reception(Invented.HEADER, Invented.PATIENT, Invented.OUTPATIENT));
        assertThat(retracted.deletes()).isTrue();
        assertThat(retracted.parts(Invented.IDS)).isEmpty();
    }

    @Test
    void silenceAboutAllergiesIsNoDenial() throws BadStorage {
        var none = Ssmix2Messages.allergies(Invented.HEADER, Invented.PATIENT, List.of());
        assertThat(parts(StorageKind.ADT_61, none)).isEmpty();
        var denial = new Allergy(
                new CodedText("DA", "薬剤アレルギー", "HL70127"), CodedText.text("なし"), CodedText.NONE, "", "", "A");
        var row = parts(
                        StorageKind.ADT_61,
                        Ssmix2Messages.allergies(Invented.HEADER, Invented.PATIENT, List.of(denial)))
                .getFirst();
        var extract = (AllergyExtract) Extract.read(RecordKind.ALLERGY, row.extract());
        assertThat(extract.items().getFirst().status()).isEqualTo(AllergyExtract.AllergyStatus.DENIED);
        assertThat(RoundTripTest.bundle(row).getEntry()).hasSize(1);
    }

    @Test
    void aPrescriptionOfAPsychiatricDepartmentOrForHivIsLabelled() throws BadStorage {
        var psychiatry = new Order(
                "XO", "000000000000123", Invented.NOW, Invented.DOCTOR, new CodedText("07", "精神科", "99XY1"), false);
        var message = Invented.prescription(psychiatry, Invented.rp("1", 7, Invented.drug("1", "ビクタルビ配合錠")));
        var row = parts(StorageKind.OMP_01, message).getFirst();
        assertThat(row.labels()).isEqualTo(Set.of(Label.PSYCHIATRY, Label.HIV));
        assertThat(row.correction()).isTrue();
    }

    @Test
    void swappedBirthDateAndSexAndAnUnpaddedNumberAreRepaired() throws BadStorage {
        var message = edited(
                Ssmix2Messages.reception(Invented.HEADER, Invented.PATIENT, Invented.OUTPATIENT),
                text -> text.replace("|19500228|F|", "|F|19500228|").replace("|0001234567^", "|1234567^"));
        var file = Invented.read(StorageKind.ADT_12, message);
        assertThat(file.person().birthDate()).isEqualTo(LocalDate.of(1950, 2, 28));
        assertThat(file.person().sex()).isEqualTo("female");
        assertThat(file.pid3Differs()).isFalse();
        assertThat(file.repairs())
                .extracting(Repair::code)
                .containsExactlyInAnyOrder("pid7-pid8-swapped", "pid3-padded");
    }

    @Test
    void anotherPatientsNumberIsSeenButNotDecided() throws BadStorage {
        var message = edited(
                Ssmix2Messages.reception(Invented.HEADER, Invented.PATIENT, Invented.OUTPATIENT),
                text -> text.replace("|0001234567^", "|0009999999^"));
        var file = Invented.read(StorageKind.ADT_12, message);
        assertThat(file.pid3()).isEqualTo("0009999999");
        assertThat(file.pid3Differs()).isTrue();
    }
}
