package hmnet.formats.life;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a doctor must see of what care providers send to LIFE, written by hand from its list of items of 2021.
class LifeGoldenTest {
    private static final String KEYS =
            "care_facility_id,service_code,insurer_no,insured_no,external_system_management_number,";
    private static final String PERSON = "\"3499999999\",\"15\",\"999999\",\"0000000001\",\"A1\",";

    private static LifeFile read(String form, String columns, String... rows) throws Unreadable {
        var text = form + "\r\n" + KEYS + columns + "\r\n" + PERSON + String.join("\r\n" + PERSON, rows) + "\r\n";
        return LifeFile.read(text.getBytes(RecordForm.WINDOWS));
    }

    private static <T extends Entry> List<T> entries(LifeFile file, Class<T> type) {
        return file.sheets().stream()
                .flatMap(sheet -> sheet.entries().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> acts(LifeFile file) {
        return entries(file, PerformedActs.class).stream()
                .flatMap(care -> care.acts().stream())
                .map(act -> act.act().shown() + " " + act.said())
                .toList();
    }

    @Test
    void whatADrugsAmountCountsFollowsFromItsForm() throws Unreadable {
        var file = read(
                "FORM_0002_2021",
                "dispensing_date,prescription_number,chemical_code_type,chemical_code,drug_name,dose,unit_name,dosage_form_code,dispensing_quantity,method_name",
                "\"20260401\",1,\"2\",\"620000001\",\"見本錠\",3,\"錠\",\"1\",14,\"１日３回毎食後\"",
                "\"20260401\",2,\"1\",\"\",\"見本頓服錠\",1,\"錠\",\"3\",5,\"疼痛時\"",
                "\"20260401\",3,\"1\",\"\",\"見本テープ\",7,\"枚\",\"5\",2,\"１日１回貼付\"",
                "\"20260402\",4,\"1\",\"\",\"見本薬\",10,\"mL\",\"\",3,\"適宜\"");
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本錠 | 1日 3錠 | １日３回毎食後 | 14日分 | 計 42錠",
                        "2 | 見本頓服錠 | 1回 1錠 | 疼痛時 | 計 5錠 | 頓用 | 5回分",
                        "3 | 見本テープ | １日１回貼付 | 計 14枚 | 剤形 外用",
                        "4 | 見本薬 | 適宜 | 用量 10mL 調剤数量 3");
        assertThat(entries(file, Medicines.class))
                .extracting(medicines -> medicines.at().toLocalDate() + " " + medicines.act())
                .containsExactly("2026-04-01 STATED", "2026-04-02 STATED");
    }

    @Test
    void diagnosesBeginWhenTheyBeganAndDoubtStays() throws Unreadable {
        var file = read(
                "FORM_0001_2021",
                "injury_code,disease_name,symptoms_appearance_date",
                "\"4379003\",\"認知症\",\"20200501\"",
                "\"I639\",\"脳梗塞\",\"\"",
                "\"\",\"骨粗鬆症の疑い\",\"20260301\"");
        assertThat(entries(file, Problem.class))
                .extracting(problem -> problem.disease().shown() + " " + problem.onset() + " " + problem.suspected())
                .containsExactly("認知症 2020-05-01 false", "脳梗塞  false", "骨粗鬆症の疑い 2026-03-01 true");
    }

    @Test
    void anAssessmentSaysItsCodesInWordsAndMeasuresAreNumbers() throws Unreadable {
        var file = read(
                "FORM_0000_2021",
                "evaluate_date,dementia_elderly_independence_degree,barthel_index_meal,height,weight",
                "\"20260401\",\"3\",\"1\",150.5,48.5");
        assertThat(acts(file))
                .containsExactly("評価日 20260401", "認知症高齢者の日常生活自立度 Ⅱa (3)", "食事 一部介助(5) (1)", "身長 150.5", "体重 48.5");
        assertThat(entries(file, Results.class).getFirst().results())
                .extracting(result -> result.test().shown() + " " + result.value()
                        + result.unit().unit())
                .containsExactly("身長 150.5cm", "体重 48.5kg");
    }

    @Test
    void anEmptyValueSaysNothingAndAnUnknownCodeStandsAsItCame() throws Unreadable {
        var file = read(
                "FORM_0000_2021",
                "evaluate_date,dementia_elderly_independence_degree,weight,later_item",
                "\"20260401\",\"9\",,\"髙\"");
        assertThat(acts(file)).containsExactly("評価日 20260401", "認知症高齢者の日常生活自立度 9", "later_item 髙");
        assertThat(entries(file, Results.class)).isEmpty();
        assertThat(file.notes()).extracting(Note::field).contains("later_item");
    }

    @Test
    void aValueThatIsNoNumberStaysAndIsNamed() throws Unreadable {
        var file = read("FORM_0000_2021", "evaluate_date,weight", "\"20260401\",\"測定不能\"");
        assertThat(acts(file)).containsExactly("評価日 20260401", "体重 測定不能");
        assertThat(entries(file, Results.class).getFirst().results().getFirst().value())
                .isEqualTo("測定不能");
        assertThat(file.notes()).extracting(Note::code).contains("value-odd");
    }

    @Test
    void aLaterEvaluationStandsOnItsOwnDayAndALastLineWithoutItsEndIsALine() throws Unreadable {
        var text = "FORM_0000_2021\r\n" + KEYS + "evaluate_date,weight\r\n" + PERSON + "\"20260401\",48.5\r\n"
                + PERSON.replace("A1", "A2") + "\"20260701\",47";
        var file = LifeFile.read(text.getBytes(RecordForm.WINDOWS));
        assertThat(file.sheets())
                .extracting(sheet -> sheet.at().toLocalDate().toString())
                .containsExactly("2026-04-01", "2026-07-01");
        assertThat(entries(file, Results.class))
                .extracting(results -> results.results().getFirst().value())
                .containsExactly("48.5", "47");
    }
}
