package hmnet.formats.orca;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.Samples;
import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The replies of the shared folder, where they are present.
class OrcaSamplesTest {
    static List<Path> samples() throws IOException {
        var root = Samples.folder("orca-api");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyReplyIsReadAndTellsOfPatientsOnlyWhereItSucceeded() throws IOException, Unreadable {
        var told = new TreeMap<String, Integer>();
        for (var path : samples()) {
            var bytes = Files.readAllBytes(path);
            assertThat(OrcaFile.looksLike(bytes, path.getFileName().toString()))
                    .as(path.toString())
                    .isTrue();
            var file = OrcaFile.read(bytes);
            var name = path.getFileName().toString();
            if (name.matches(".*_(E\\w+|error|S\\d\\d\\w*)\\.json")) {
                assertThat(file.sheets()).as(name).isEmpty();
            }
            if (name.endsWith("_01_W00.json")) {
                assertThat(file.sheets()).as("a step that goes on").isEmpty();
            } else if (name.endsWith("_W00.json")) {
                assertThat(file.notes()).extracting(Note::text).contains("W01 診療日を設定しました。");
            }
            for (var sheet : file.sheets()) {
                check(sheet, name);
                told.merge(name, sheet.entries().size(), Integer::sum);
            }
        }
        assertThat(told)
                .containsEntry("api01rv2_diseasegetv2.json", 7)
                .containsEntry("api01rv2_prescriptionv2.json", 1)
                .containsEntry("api01rv2_medicinenotebookv2.json", 1)
                .containsEntry("api01rv2_formdatagetv2.json", 1)
                .containsEntry("orca11_acceptmodv2_03.json", 1)
                .containsEntry("api21_medicalmodv33_05_modify.json", 1)
                .containsEntry("orca12_patientmodv36_care_certification_get_01.json", 1)
                .containsEntry("orca12_patientmodv31_01_new.json", 1);
    }

    private static void check(Sheet sheet, String name) {
        assertThat(sheet.patient()).as(name).isNotEmpty();
        assertThat(sheet.person().familyName()).as(name).isNotEmpty();
        var keys = new ArrayList<String>();
        for (var part : Rows.of(sheet, (type, key) -> type.charAt(0) + Integer.toHexString(key.hashCode()))) {
            keys.add(part.key());
        }
        assertThat(keys).as(name).doesNotHaveDuplicates();
    }
}
