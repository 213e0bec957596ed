package hmnet.formats.orca;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a doctor must see of ORCA's replies, written by hand from the API's description of 日医標準レセプトソフト.
class OrcaGoldenTest {
    private static OrcaFile reply(String name, String body) throws Unreadable {
        return OrcaFile.read("""
                {"%s": {"Information_Date": "2026-04-02", "Information_Time": "10:00:00", "Api_Result": "00", %s,
                  "Patient_Information": {"Patient_ID": "00077", "WholeName": "見本　花子", "Sex": "2", "BirthDate": "1955-01-01"%s}}}""".formatted(
                        name,
                        body.isEmpty() ? "\"x\": \"\"" : body,
                        name.equals("patientinfores") ? ", \"Death_Flag\": \"1\"" : "")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static OrcaFile medical(String groups) throws Unreadable {
        return reply("medicalv3res3", """
                "Response_Number": "00", "Perform_Date": "2026-04-01", "Invoice_Number": "1", "Department_Code": "01",
                "Department_Name": "内科", "Physician_Code": "10001", "Physician_WholeName": "見本　医師",
                "Medical_Information": {"Medical_Info": [%s]}""".formatted(groups));
    }

    private static String group(String kind, int count, String... items) {
        return """
                {"Medical_Class": "%s", "Medical_Class_Number": "%d", "Medication_Info": [%s]}""".formatted(kind, count, String.join(",", items));
    }

    private static String item(String code, String name, String number, String unit) {
        return """
                {"Medication_Code": "%s", "Medication_Name": "%s", "Medication_Number": "%s", "Unit_Code_Name": "%s"}""".formatted(code, name, number, unit);
    }

    private static <T extends Entry> List<T> entries(OrcaFile file, Class<T> type) {
        return file.sheets().getFirst().entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void aDaysAmountAndATimesAmountStandApart() throws Unreadable {
        var file = medical(group("212", 14, item("620000001", "見本錠", "3", "錠"), item("001000303", "毎食後", "", ""))
                + ","
                + group("222", 5, item("620000002", "見本頓服錠", "1", "錠"), item("001000601", "疼痛時", "", "")));
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本錠 | 1日 3錠 | 毎食後 | 14日分", "2 | 見本頓服錠 | 1回 1錠 | 疼痛時 | 頓用 | 5回分");
    }

    @Test
    void anOintmentCountsWhatIsHandedOver() throws Unreadable {
        var file = medical(group("232", 1, item("660000001", "見本軟膏", "10", "ｇ"), item("001000805", "塗布", "", "")));
        assertThat(MedicineLines.of(file)).containsExactly("1 | 見本軟膏 | 塗布 | 計 10ｇ");
    }

    @Test
    void whoOrderedStandsWithCodesAndNothingIsInvented() throws Unreadable {
        var file = medical(group("212", 7, item("620000001", "見本錠", "1", "錠")));
        var medicines = entries(file, Medicines.class).getFirst();
        assertThat(medicines.from().department().code(PharmacySlip.DEPARTMENT)).isEqualTo("01");
        assertThat(medicines.from().doctor().code(PharmacySlip.DOCTOR)).isEqualTo("10001");
        assertThat(medicines.doctor()).isEqualTo("見本　医師");
        assertThat(medicines.orderClass()).isEmpty();
        assertThat(MedicineLines.of(file)).containsExactly("1 | 見本錠 | 1日 1錠 | 7日分");
    }

    @Test
    void everyOtherDayIsNotDaily() throws Unreadable {
        var file = medical(group("212", 14, item("620000001", "見本錠", "1", "錠"), item("001000999", "隔日", "", "")));
        assertThat(MedicineLines.of(file)).containsExactly("1 | 見本錠 | 1日 1錠 | 隔日 | 14日分 | 隔日（1日おき）");
    }

    @Test
    void suspicionAndDeathAreSeen() throws Unreadable {
        var file = reply("disease_infores", """
                "Disease_Information": [
                  {"Disease_Name": "見本病の疑い", "Disease_StartDate": "2026-03-01", "Disease_Single": [{"Disease_Single_Code": "0000999"}]},
                  {"Disease_Name": "肺炎", "Disease_StartDate": "2026-03-01", "Disease_OutCome": "D", "Disease_EndDate": "2026-03-31",
                   "Disease_Single": [{"Disease_Single_Code": "4869001"}]}]""");
        assertThat(entries(file, Problem.class)).extracting(Problem::suspected).containsExactly(true, false);
        assertThat(entries(file, Problem.class)).extracting(Problem::outcome).containsExactly("", "死亡");
        assertThat(entries(file, Problem.class)).extracting(Problem::ended).containsExactly("", "2026-03-31");
    }

    @Test
    void aPatientRegisteredAsDeadIsSeenAsDead() throws Unreadable {
        var death = entries(reply("patientinfores", ""), Paper.class).getFirst();
        assertThat(death.title()).isEqualTo("死亡（患者登録）");
        assertThat(death.sections().getFirst().text()).isEqualTo("死亡（日付の記載なし）");
    }
}
