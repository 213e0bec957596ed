package hmnet.formats.uke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UkeFileTest {
    private static final String DAYS_10 = ",,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,";
    private static final String CLINIC =
            """
            IR,2,34,1,9999999,,見本クリニック,202605,00,000-000-0000
            RE,1,1112,202604,見本　花子,2,3300101,70,,,,,,0000123,,,,,,,,,,,,,,,,,,,,,,,ミホン　ハナコ,
            HO,  999999,見本,１,1,1000,,,,,,,,,
            SY,2500013,20240401,1,,,01,
            SY,2959010,20260410,1,8002,,,
            SY,0000999,20260410,2,,見本の病気,,
            SI,12,1,112007410,,75,1,,,,,,,DAYS
            CO,21,1,810000001,毎食後
            IY,,1,620000001,3,,14,,,,,,,DAYS14
            IY,,1,620000002,1.5,8,14,,,,,,,DAYS14
            IY,23,1,620000003,10,2,1,,,,,,,DAYS
            CO,,1,810000001,患部に塗る
            SI,31,1,130000510,,25,1,,,,,,,DAYS
            IY,,1,640000001,1,30,1,,,,,,,DAYS
            SI,60,1,160008010,,21,1,,,,,,,DAYS
            SJ,01,腹痛が
            SJ,01,続いた
            ZZ,見知らぬ
            GO,1,1000,99
            """.replace("DAYS14", DAYS_10.replace("1", "14")).replace("DAYS", DAYS_10);

    private static byte[] file(String text) {
        return text.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS);
    }

    private static <T extends Entry> List<T> entries(UkeFile file, Class<T> type) {
        return file.sheets().getFirst().entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> codes(UkeFile file) {
        return file.notes().stream().map(Note::code).toList();
    }

    private static String refusal(String text) {
        return catchThrowableOfType(Unreadable.class, () -> UkeFile.read(file(text)))
                .note()
                .code();
    }

    @Test
    void aClinicsReceiptNamesThePatientAsTheClinicKnowsThem() throws Unreadable {
        var file = UkeFile.read(file(CLINIC));
        var sheet = file.sheets().getFirst();
        assertThat(file.format()).isEqualTo(Format.UKE_IKA);
        assertThat(sheet.patient()).isEqualTo("0000123");
        assertThat(sheet.person().familyName()).isEqualTo("見本");
        assertThat(sheet.person().givenKana()).isEqualTo("ハナコ");
        assertThat(sheet.person().birthDate()).isEqualTo(LocalDate.of(1955, 1, 1));
        assertThat(sheet.insured()).isEqualTo(new InsuredNumber("999999", "見本", "１", ""));
        assertThat(codes(file)).containsExactly("record-unknown");
    }

    @Test
    void diagnosesKeepCodesModifiersBeginAndOutcome() throws Unreadable {
        var problems = entries(UkeFile.read(file(CLINIC)), Problem.class);
        assertThat(problems).hasSize(3);
        assertThat(problems.get(0).disease().code(CodingSystems.RECEIPT_DISEASE))
                .isEqualTo("2500013");
        assertThat(problems.get(0).main()).isTrue();
        assertThat(problems.get(0).onset()).isEqualTo("2024-04-01");
        assertThat(problems.get(1).suspected()).isTrue();
        assertThat(problems.get(1).labels()).containsExactly(Label.PSYCHIATRY);
        assertThat(problems.get(2).disease().shown()).isEqualTo("見本の病気");
        assertThat(problems.get(2).outcome()).isEqualTo("治ゆ");
    }

    @Test
    void medicinesStandOnTheDayTheyWerePrescribedWithDaysAndUsage() throws Unreadable {
        var medicines = entries(UkeFile.read(file(CLINIC)), Medicines.class);
        var prescribed = medicines.getFirst();
        assertThat(prescribed.act()).isEqualTo(Medicines.MedicineAct.ORDERED);
        assertThat(prescribed.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 10));
        assertThat(prescribed.drugs())
                .extracting(drug -> drug.drug().first().code())
                .containsExactly("620000001", "620000002", "620000003");
        assertThat(prescribed.drugs().get(1).daily().value()).isEqualTo("1.5");
        assertThat(prescribed.drugs().get(1).count()).isEqualTo(14);
        assertThat(prescribed.drugs().get(1).usage()).isEqualTo("毎食後");
        assertThat(prescribed.drugs().get(2).total().value()).isEqualTo("10");
        assertThat(prescribed.drugs().get(2).usage()).isEqualTo("患部に塗る");
        assertThat(medicines.get(1).injection()).isTrue();
        assertThat(medicines.get(1).act()).isEqualTo(Medicines.MedicineAct.ADMINISTERED);
    }

    @Test
    void actsStandOnTheirDays() throws Unreadable {
        var acts = entries(UkeFile.read(file(CLINIC)), PerformedActs.class).getFirst();
        assertThat(acts.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 10));
        assertThat(acts.acts())
                .extracting(act -> act.act().first().code())
                .containsExactly("112007410", "130000510", "160008010");
    }

    @Test
    void aReceiptSentAgainHasTheSameSourceAndALaterVersion() throws Unreadable {
        var first = UkeFile.read(file(CLINIC)).sheets().getFirst();
        var again = UkeFile.read(file(CLINIC.replace("202605,00", "202607,00")))
                .sheets()
                .getFirst();
        assertThat(again.source()).isEqualTo(first.source());
        assertThat(again.version()).isGreaterThan(first.version());
    }

    @Test
    void eraDatesUtf8AndEndMarksAreReadAndNoted() throws Unreadable {
        var old = "IR,2,34,1,9999999,,見本クリニック,43012,00,\nRE,1,1111,43011,見本太郎,1,3300101,70,4301101,,,,,77,\n"
                + "SY,2500013,4260401,1,,,,\nGO,1,0,99\n\u001A";
        var file = UkeFile.read(old.getBytes(StandardCharsets.UTF_8));
        assertThat(codes(file)).contains("charset-utf8", "line-end");
        assertThat(entries(file, Problem.class).getFirst().onset()).isEqualTo("2014-04-01");
        assertThat(entries(file, Stay.class).getFirst().at().toLocalDate()).isEqualTo(LocalDate.of(2018, 11, 1));
    }

    @Test
    void aHospitalsDpcReceiptTellsOfTheStayAndItsDiagnosesByIcd10() throws Unreadable {
        var file = UkeFile.read(file("""
                IR,1,34,1,9999999,,見本病院,202605,00,
                RE,1,1111,202604,見本次郎,1,19600202,70,,,,,,000456,
                BU,0400802499x0xx,20260403,20260420
                SB,8830417,8002,,J189,01,,
                SB,2500013,,糖尿病,E14,02,,
                HH,1,2,3
                CD,20260404,21,0001,001,620000001,3
                GO,1,9000,99
                """));
        assertThat(file.format()).isEqualTo(Format.UKE_DPC);
        var problems = entries(file, Problem.class);
        assertThat(problems)
                .extracting(problem -> problem.disease().code(CodingSystems.ICD10))
                .containsExactly("J189", "E14");
        assertThat(problems).extracting(Problem::main).containsExactly(true, false);
        assertThat(entries(file, Stay.class)).extracting(Stay::event).containsExactly("admitted", "discharged");
        assertThat(entries(file, PerformedActs.class).getFirst().at().toLocalDate())
                .isEqualTo(LocalDate.of(2026, 4, 4));
        assertThat(codes(file)).contains("record-unknown");
    }

    @Test
    void aPharmacysReceiptTellsWhatWasDispensedWhenAndWhoPrescribed() throws Unreadable {
        var file = UkeFile.read(file("""
                YK,1,34,4,9999998,見本薬局,202605,00,
                RE,1,4112,202604,見本　花子,2,3300101,70,,34,1,9999999,見本クリニック,,見本医師,,,,,,,,,,,,,,,,,,,,,K77,
                HO,  999999,見本,１,1,500,,,,,
                SH,01,1,003,,
                CZ,1,20260410,20260411,1,14,1,1,,,
                IY,1,620000001,3,,,,,,
                IY,1,620000002,1,,,,,,
                SH,02,5,900,患部に塗る,
                CZ,1,20260410,20260411,1,1,1,1,,,
                IY,1,620000003,10,,,,,,
                KI,20260411,1,1,410000010,42
                GO,1,500,99
                """));
        assertThat(file.kind()).isEqualTo("調剤");
        assertThat(file.sheets().getFirst().patient()).isEqualTo("K77");
        var slip = entries(file, Medicines.class).getFirst();
        assertThat(slip.act()).isEqualTo(Medicines.MedicineAct.DISPENSED);
        assertThat(slip.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 11));
        assertThat(slip.place()).isEqualTo("見本クリニック");
        assertThat(slip.doctor()).isEqualTo("見本医師");
        assertThat(slip.drugs()).hasSize(3);
        assertThat(slip.drugs().getFirst().usage()).isEqualTo("1日3回食後服用");
        assertThat(slip.drugs().getFirst().count()).isEqualTo(14);
        assertThat(slip.drugs().getLast().total().value()).isEqualTo("10");
        assertThat(slip.drugs().getLast().usage()).isEqualTo("患部に塗る");
    }

    @Test
    void whatCannotBeTakenInTruthfullyIsRefusedWithItsPlace() {
        assertThat(refusal(CLINIC.substring(0, CLINIC.indexOf("GO,")))).isEqualTo("cut");
        assertThat(refusal("IR,2,34,1,9999999,,見本,202605,00,\nGO,0,0,99\n")).isEqualTo("no-receipt");
        assertThat(refusal(CLINIC.replace("RE,1,1112,202604", "RE,1,1112,2026")))
                .isEqualTo("month-missing");
        assertThat(refusal(CLINIC.replace("620000001", ""))).isEqualTo("code-missing");
    }

    @Test
    void aFileWithoutItsHeaderIsReadAndTheMissingHeaderNamed() throws Unreadable {
        var file = UkeFile.read(file(CLINIC.substring(CLINIC.indexOf("RE,"))));
        assertThat(codes(file)).contains("header-missing");
        assertThat(file.sheets()).hasSize(1);
    }

    @Test
    void whatTheReviewersSentBackIsNoClaim() {
        var returned = file("""
                2,1,0,MN,340000001,,,
                1,2,0,IR,2,34,1,9999999,,見本クリニック,202605,00,
                1,3,0,RE,1,1112,202604,見本　花子,2,3300101
                """);
        assertThat(UkeFile.looksLike(returned, "14_RECODEINFO_MED.CSV")).isTrue();
        assertThat(catchThrowableOfType(Unreadable.class, () -> UkeFile.read(returned))
                        .note()
                        .code())
                .isEqualTo("returned");
    }
}
