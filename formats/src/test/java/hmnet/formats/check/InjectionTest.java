package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Medicines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// Words that look like structure (注入), taken from one format into another.
class InjectionTest {
    private static final String REPLY = """
            {"medicalget02res": {"Information_Date": "2026-04-02", "Information_Time": "10:00:00", "Api_Result": "00",
             "Patient_Information": {"Patient_ID": "00077", "WholeName": "PERSON　花子", "BirthDate": "1955-01-01", "Sex": "2"},
             "Medical_List_Information": [{"Perform_Date": "2026-04-01", "Department_Code": "01", "Sequential_Number": "1",
              "Medical_Information": [{"Medical_Class": "212", "Medical_Class_Number": "14", "Medication_info": [
               {"Medication_Code": "620000001", "Medication_Name": "DRUG", "Medication_Number": "3", "Unit_Code_Name": "錠"}]}]}]}}""";

    /// What each is in the JSON that brings it, and as it must stand in what is read at the end.
    private record Evil(String json, String text) {}

    private static final List<Evil> ALL = List.of(
            new Evil("甲\\rPV1|1|O|x", "甲\rPV1|1|O|x"),
            new Evil("甲^乙~丙&丁\\\\戊|己", "甲^乙~丙&丁\\戊|己"),
            new Evil("甲\\\\F\\\\乙\\\\X0D\\\\丙\\\\.br\\\\", "甲\\F\\乙\\X0D\\丙\\.br\\"),
            new Evil("甲\\\"<b>&lt;乙</b>", "甲\"<b>&lt;乙</b>"),
            new Evil("=HYPERLINK(1)", "=HYPERLINK(1)"),
            new Evil("甲,201,9,毒,1,錠\\r\\n201,9,毒", "甲,201,9,毒,1,錠\r\n201,9,毒"));

    private static List<FacilityFile> converted(String json, Format to) throws Unreadable, IOException {
        var made = Conversion.of("reply.json", json.getBytes(StandardCharsets.UTF_8), to);
        var files = new ArrayList<FacilityFile>();
        if (to != Format.SSMIX2) {
            return List.of(Readers.read("made", made.bytes()));
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(made.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.add(Readers.read(entry.getName(), zip.readAllBytes()));
            }
        }
        return files;
    }

    /// A043: byte for byte where the format can say it, a line end or a comma spelled otherwise where it
    /// cannot, and nowhere a record more.
    @Test
    void aNameFullOfSeparatorsIsTheSameAfterEveryConversion() throws Unreadable, IOException {
        for (var evil : ALL) {
            for (var to : List.of(Format.JAHIS_TC, Format.JAHIS_RX, Format.HL7V2, Format.SSMIX2)) {
                var files = converted(REPLY.replace("DRUG", evil.json()), to);
                var drugs = files.stream()
                        .flatMap(file -> file.sheets().stream())
                        .flatMap(sheet -> sheet.entries().stream())
                        .flatMap(entry -> ((Medicines) entry).drugs().stream())
                        .toList();
                assertThat(drugs).as("%s %s", to, evil).hasSize(1);
                assertThat(spelled(drugs.getFirst().drug().shown()))
                        .as(to.code())
                        .isEqualTo(spelled(evil.text()));
            }
            var fhir = converted(REPLY.replace("DRUG", evil.json()), Format.FHIR);
            assertThat(new String(
                            fhir.getFirst().rows((type, key) -> type).getFirst().bundle(), StandardCharsets.UTF_8))
                    .contains(evil.json());
        }
    }

    private static String spelled(String text) {
        return text.replaceAll("[\r\n]", " ").replace('，', ',');
    }
}
