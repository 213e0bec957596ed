package hmnet.formats.orca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OrcaFileTest {
    private static final String PATIENT = """
            "Patient_Information": {"Patient_ID": "00077", "WholeName": "見本　花子", "WholeName_inKana": "ミホン　ハナコ",
              "BirthDate": "1955-01-01", "Sex": "2"}""";
    private static final String MEDICAL_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xmlio2><medicalget02res type="record">
              <Information_Date type="string">2026-04-02</Information_Date><Information_Time type="string">10:00:00</Information_Time>
              <Api_Result type="string">00</Api_Result>
              <Patient_Information type="record"><Patient_ID type="string">00077</Patient_ID><WholeName type="string">見本　花子</WholeName><Sex type="string">2</Sex></Patient_Information>
              <Medical_List_Information type="array"><Medical_List_Information_child type="record">
                <Perform_Date type="string">2026-04-01</Perform_Date><Department_Code type="string">02</Department_Code><Sequential_Number type="string">1</Sequential_Number>
                <Medical_Information type="array">
                  <Medical_Information_child type="record"><Medical_Class type="string">120</Medical_Class><Medical_Class_Number type="string">1</Medical_Class_Number>
                    <Medication_info type="array"><Medication_info_child type="record"><Medication_Code type="string">112007410</Medication_Code><Medication_Name type="string">再診料</Medication_Name></Medication_info_child></Medication_info></Medical_Information_child>
                  <Medical_Information_child type="record"><Medical_Class type="string">212</Medical_Class><Medical_Class_Number type="string">14</Medical_Class_Number>
                    <Medication_info type="array">
                      <Medication_info_child type="record"><Medication_Code type="string">620000001</Medication_Code><Medication_Name type="string">見本錠</Medication_Name><Medication_Number type="string">00003.00000</Medication_Number><Unit_Code_Name type="string">錠</Unit_Code_Name></Medication_info_child>
                      <Medication_info_child type="record"><Medication_Code type="string">001000303</Medication_Code><Medication_Name type="string">毎食後</Medication_Name></Medication_info_child>
                    </Medication_info></Medical_Information_child>
                </Medical_Information>
              </Medical_List_Information_child></Medical_List_Information>
            </medicalget02res></xmlio2>
            """;

    private static OrcaFile read(String text) throws Unreadable {
        return OrcaFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reply(String name, String result, String more) {
        return """
                {"%s": {"Information_Date": "2026-04-02", "Information_Time": "10:00:00", "Api_Result": "%s",
                  "Api_Result_Message": "処理", %s, %s}}""".formatted(name, result, more, PATIENT);
    }

    @Test
    void whatWasDoneAtAVisitIsReadFromXmlToo() throws Unreadable {
        var file = read(MEDICAL_XML);
        assertThat(OrcaFile.looksLike(MEDICAL_XML.getBytes(StandardCharsets.UTF_8), "a.xml"))
                .isTrue();
        assertThat(file.kind()).isEqualTo("medicalget02res");
        var sheet = file.sheets().getFirst();
        assertThat(sheet.patient()).isEqualTo("00077");
        assertThat(sheet.version()).isEqualTo("20260402100000");
        var medicines = (Medicines) sheet.entries().getFirst();
        assertThat(medicines.department()).isEqualTo("精神科");
        assertThat(medicines.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        var drug = medicines.drugs().getFirst();
        assertThat(drug.daily().value()).isEqualTo("3");
        assertThat(drug.daily().unit()).isEqualTo("錠");
        assertThat(drug.count()).isEqualTo(14);
        assertThat(drug.usage()).isEqualTo("毎食後");
        assertThat(((PerformedActs) sheet.entries().get(1))
                        .acts()
                        .getFirst()
                        .act()
                        .first()
                        .code())
                .isEqualTo("112007410");
    }

    @Test
    void diagnosesKeepCodesModifiersAndWhatNeedsALabel() throws Unreadable {
        var file = read(reply("disease_infores", "00", """
                "Disease_Information": [
                  {"Department_Code": "01", "Disease_Name": "見本の統合失調症の疑い", "Disease_StartDate": "2026-03-01",
                   "Disease_Single": [{"Disease_Single_Code": "2959010"}, {"Disease_Single_Code": "ZZZ8002"}, {}],
                   "Disease_OutCome": "F", "Disease_EndDate": "2026-03-31", "Disease_Category": "PD"}, {}]"""));
        var problem = (Problem) file.sheets().getFirst().entries().getFirst();
        assertThat(problem.disease().code(CodingSystems.RECEIPT_DISEASE)).isEqualTo("2959010");
        assertThat(problem.disease().code(CodingSystems.RECEIPT_MODIFIER)).isEqualTo("8002");
        assertThat(problem.suspected()).isTrue();
        assertThat(problem.main()).isTrue();
        assertThat(problem.outcome()).isEqualTo("治ゆ");
        assertThat(problem.labels()).containsExactly(Label.PSYCHIATRY);
    }

    @Test
    void aReplyThatReportsAnErrorIsReadAsSuchAndTellsOfNobody() throws Unreadable {
        var file = read(reply("patientinfores", "E10", "\"Reskey\": \"x\""));
        assertThat(file.sheets()).isEmpty();
        assertThat(file.notes()).extracting(Note::code).containsExactly("reports-error");
    }

    @Test
    void whatIsDoneWithAWarningIsFiledAndTheWarningIsSaid() throws Unreadable {
        var done = read(reply("medicalv3res3", "W00", """
                "Response_Number": "00", "Perform_Date": "2026-04-01", "Invoice_Number": "0000001",
                "Medical_Message_Information": {"Medical_Warning_Info": [
                  {"Medical_Warning": "W01", "Medical_Warning_Message": "診療日を設定しました。"}, {}]},
                "Medical_Information": {"Medical_Info": [{"Medical_Class": "120", "Medication_Info": [{"Medication_Code": "112007410"}]}]}"""));
        assertThat(done.sheets()).hasSize(1);
        assertThat(done.notes()).extracting(Note::code).containsOnly("reports-remark");
        assertThat(done.notes()).extracting(Note::text).containsExactly("W00 処理", "W01 診療日を設定しました。");
    }

    @Test
    void aWarningThatWaitsForAnAnswerIsNotFiled() throws Unreadable {
        var asked = reply("acceptres", "W02", """
                "Acceptance_Date": "2026-04-01", "Acceptance_Time": "09:10:00", "Acceptance_Id": "00005\"""");
        assertThat(read(asked).sheets()).isEmpty();
        assertThat(read(asked).notes()).extracting(Note::code).containsExactly("reports-error");
        assertThat(read(asked.replace("処理", "登録終了")).sheets()).hasSize(1);
    }

    @Test
    void aStepOfADialogueThatGoesOnIsNotFiled() throws Unreadable {
        var step = """
                "Request_Number": "04", "Response_Number": "%s", "Perform_Date": "2026-04-01", "Invoice_Number": "0000001",
                "Medical_Information": {"Medical_Info": [{"Medical_Class": "120", "Medication_Info": [{"Medication_Code": "112007410"}]}]}""";
        assertThat(read(reply("medicalv3res3", "000", step.formatted("05"))).sheets())
                .isEmpty();
        var done = read(reply("medicalv3res3", "000", step.formatted("00"))).sheets();
        assertThat(done).hasSize(1);
        var gone = read(reply("medicalv3res4", "000", step.formatted("00")).replace("処理", "削除処理終了"))
                .sheets();
        assertThat(gone.getFirst().deletes()).isTrue();
        assertThat(gone.getFirst().source()).isEqualTo(done.getFirst().source());
    }

    @Test
    void aReceptionIsAVisitAndItsCancellationTakesItAway() throws Unreadable {
        var accepted = reply("acceptres", "K1", """
                "Acceptance_Date": "2026-04-01", "Acceptance_Time": "09:10:00", "Acceptance_Id": "00005",
                "Department_WholeName": "内科\"""");
        var visit = read(accepted);
        assertThat(visit.notes()).extracting(Note::code).containsExactly("reports-remark");
        assertThat(((Stay) visit.sheets().getFirst().entries().getFirst()).department())
                .isEqualTo("内科");
        var cancelled = read(accepted.replace("処理", "受付取消終了")).sheets().getFirst();
        assertThat(cancelled.deletes()).isTrue();
        assertThat(cancelled.source()).isEqualTo(visit.sheets().getFirst().source());
    }

    @Test
    void whatIsNoReplyOfOrcaIsRefused() {
        for (var text : new String[] {"{\"resourceType\": \"Patient\"}", "<html><body>x</body></html>", "{}"}) {
            assertThat(catchThrowableOfType(Unreadable.class, () -> read(text))
                            .note()
                            .code())
                    .isEqualTo("not-orca");
        }
        assertThat(OrcaFile.looksLike("{\"resourceType\": \"Patient\"}".getBytes(StandardCharsets.UTF_8), "a"))
                .isFalse();
    }

    @Test
    void theReceptionsOfADayAreVisitsOfTheirPatients() throws Unreadable {
        var file = read("""
                {"acceptlstres": {"Information_Date": "2026-04-01", "Information_Time": "12:00:00", "Api_Result": "00",
                  "Acceptance_Date": "2026-04-01", "Acceptlst_Information": [
                    {"Acceptance_Id": "00005", "Acceptance_Time": "09:10:00", "Department_WholeName": "内科", %s}, {}]}}""".formatted(PATIENT));
        var sheet = file.sheets().getFirst();
        assertThat(sheet.source()).isEqualTo("visit/00077/2026-04-01/00005");
        assertThat(((Stay) sheet.entries().getFirst()).event()).isEqualTo("visit");
    }

    @Test
    void aNumberThatTheListDoesNotKnowIsNobody() throws Unreadable {
        var file = read("""
                {"patientlst2res": {"Information_Date": "2026-04-01", "Api_Result": "00", "Patient_Information": [
                  {"Patient_ID": "99", "WholeName": "患者番号がありません"}, {"Patient_ID": "77", "WholeName": "見本　花子"}]}}""");
        assertThat(file.sheets()).extracting(sheet -> sheet.patient()).containsExactly("77");
    }
}
