package hmnet.formats.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.Samples;
import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LifeFileTest {
    static final String USER = """
            SERVICE_USER_INFO
            care_facility_id,service_code,external_system_management_number,insurer_no,insured_no,last_name,first_name,gender,birthday,care_level
            "3499999999","15","U1","999999","0000000001","見本","花子",2,"19300101","23"
            "3499999999","15","U2","999999","0000000002","見本, 二号","太郎",1,"19310101"," "
            """;
    private static final String ASSESSMENT = """
            FORM_0000_2021
            care_facility_id,service_code,insurer_no,insured_no,external_system_management_number,evaluate_date,care_level,dementia_elderly_independence_degree,barthel_index_meal,weight,unknown_item
            "3499999999","15","999999","0000000001","A1","20260401","23","3","1",48.5,"x"
            """;

    private static byte[] ms932(String text) {
        return text.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS);
    }

    private static String refusal(String text) {
        return catchThrowableOfType(Unreadable.class, () -> LifeFile.read(ms932(text)))
                .note()
                .code();
    }

    @Test
    void usersAreNamedAndWhatIsWrittenIsReadAgainEqual() throws Unreadable {
        var file = LifeFile.read(ms932(USER));
        assertThat(LifeFile.looksLike(ms932(USER), "x.csv")).isTrue();
        assertThat(file.kind()).isEqualTo("SERVICE_USER_INFO");
        var sheet = file.sheets().getFirst();
        assertThat(sheet.master()).isTrue();
        assertThat(sheet.patient()).isEqualTo("999999-0000000001");
        assertThat(sheet.person().familyName()).isEqualTo("見本");
        assertThat(sheet.person().birthDate()).isEqualTo(LocalDate.of(1930, 1, 1));
        assertThat(((PerformedActs) sheet.entries().getFirst())
                        .acts()
                        .getFirst()
                        .said())
                .isEqualTo("要介護３ (23)");
        assertThat(LifeFile.read(file.write().bytes()).values()).isEqualTo(file.values());
    }

    @Test
    void aCharacterThatMs932DoesNotHaveIsWrittenAsUtf8AndNotLost() throws Unreadable {
        var file = LifeFile.read(USER.replace("見本, 二号", "𠮷本").getBytes(StandardCharsets.UTF_8));
        var written = file.write();
        assertThat(written.notes()).extracting(Note::code).containsExactly("charset-utf8");
        assertThat(LifeFile.read(written.bytes()).values()).isEqualTo(file.values());
    }

    @Test
    void assessmentsKeepEveryItemWithItsWordsAndMeasuresAreVitals() throws Unreadable {
        var file = LifeFile.read(ms932(ASSESSMENT));
        assertThat(file.version()).isEqualTo("2021");
        assertThat(file.notes()).extracting(Note::code).contains("column-unknown");
        var entries = file.sheets().getFirst().entries();
        var care = (PerformedActs) entries.getFirst();
        assertThat(care.title()).isEqualTo("科学的介護推進情報");
        assertThat(care.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(care.acts()).anySatisfy(act -> {
            assertThat(act.act().text()).isEqualTo("食事");
            assertThat(act.said()).startsWith("一部介助");
        });
        assertThat(((Results) entries.get(1)).results().getFirst().value()).isEqualTo("48.5");
        assertThat(Rows.of(file.sheets().getFirst(), (type, key) -> type + key.hashCode()))
                .hasSize(2);
    }

    @Test
    void formsOfDiagnosesAndMedicinesBecomeDiagnosesAndMedicines() throws Unreadable {
        var problem = LifeFile.read(ms932("""
                FORM_0001_2021
                care_facility_id,service_code,insurer_no,insured_no,external_system_management_number,external_system_management_detail_number,injury_code,disease_name,symptoms_appearance_date
                "3499999999","15","999999","0000000001","A1","1","2500013","糖尿病","20200401"
                """));
        assertThat(problem.sheets().getFirst().entries().getFirst()).isInstanceOf(Problem.class);
        var medicine = LifeFile.read(ms932("""
                FORM_0002_2021
                care_facility_id,service_code,insurer_no,insured_no,external_system_management_number,dispensing_date,prescription_number,chemical_code_type,chemical_code,drug_name,dose,unit_name,dosage_form_code,dispensing_quantity,method_name
                "3499999999","15","999999","0000000001","A1","20260401",1,"2","620000001","見本錠",3,"錠","1",14,"毎食後"
                """));
        var stated = (Medicines) medicine.sheets().getFirst().entries().getFirst();
        assertThat(stated.act()).isEqualTo(Medicines.MedicineAct.STATED);
        assertThat(stated.drugs().getFirst().count()).isEqualTo(14);
    }

    @Test
    void anEditionWithoutATableIsReadByItsOwnColumns() throws Unreadable {
        var file = LifeFile.read(ms932(ASSESSMENT.replace("FORM_0000_2021", "FORM_0000_2024")));
        assertThat(file.notes()).extracting(Note::code).contains("layout-unknown");
        assertThat(((PerformedActs) file.sheets().getFirst().entries().getFirst()).acts())
                .anyMatch(act -> act.act().text().equals("barthel_index_meal"));
    }

    @Test
    void whatCannotBeAttributedIsRefused() {
        assertThat(refusal("SOMETHING\nx\n")).isEqualTo("not-life");
        assertThat(refusal(USER.replace("insured_no,", "insurance,"))).isEqualTo("columns-missing");
        assertThat(refusal(USER.replace("\"0000000001\"", ""))).isEqualTo("patient-missing");
        assertThat(refusal(USER.replace(",\"23\"", ",\"23\",\"x\""))).isEqualTo("columns-beyond");
        assertThat(refusal(USER.substring(0, USER.indexOf(",\"23\"")))).isEqualTo("cut");
        assertThat(refusal(USER.substring(0, USER.indexOf("23\"")))).isEqualTo("quote-not-closed");
    }

    @Test
    void theMinistrysOwnFilesAreRead() throws IOException, Unreadable {
        var folder = Samples.folder("kaigo-life");
        var filled = LifeFile.read(Files.readAllBytes(folder.resolve("SERVICE_USER_INFO_2021_入力サンプル.csv")));
        assertThat(filled.sheets()).hasSize(1);
        var blank = LifeFile.read(Files.readAllBytes(folder.resolve("SERVICE_USER_INFO_2021.csv")));
        assertThat(blank.sheets()).isEmpty();
        assertThat(blank.notes()).extracting(Note::code).contains("heading-row");
    }
}
