package hmnet.formats.uke;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.Samples;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The receipts of the shared folder, where they are present.
class UkeSamplesTest {
    @ParameterizedTest
    @CsvSource({
        "01.csv,医科,7,7",
        "03.csv,医科,7,8",
        "05.csv,医科,7,8",
        "kokuho_201811.csv,医科,7,1",
        "kokuho_201812.csv,医科,4,1",
        "shaho_201811.csv,医科,27,12",
        "shaho_201901.csv,医科,26,10",
        "shika_shaho.csv,歯科,3,4",
    })
    void everySampleIsReadWithItsReceiptsAndDiagnoses(String name, String kind, int receipts, int diagnoses)
            throws IOException, Unreadable {
        var bytes = Files.readAllBytes(Samples.folder("uke-sosuke/uke").resolve(name));
        assertThat(UkeFile.looksLike(bytes, name)).isTrue();
        var file = UkeFile.read(bytes);
        assertThat(file.kind()).isEqualTo(kind);
        assertThat(file.sheets()).hasSize(receipts);
        assertThat(file.sheets().stream().map(sheet -> sheet.source()).distinct())
                .hasSize(receipts);
        var entries = file.sheets().stream()
                .flatMap(sheet -> sheet.entries().stream())
                .toList();
        assertThat(entries.stream().filter(Problem.class::isInstance)).hasSize(diagnoses);
        assertThat(entries).anyMatch(PerformedActs.class::isInstance);
        boolean named = new String(bytes, StandardCharsets.UTF_8).contains("\nIY,");
        assertThat(entries.stream().anyMatch(Medicines.class::isInstance)).isEqualTo(named);
        for (var sheet : file.sheets()) {
            var keys = new ArrayList<String>();
            Rows.of(sheet, (type, key) -> type + key.hashCode()).forEach(part -> keys.add(part.key()));
            assertThat(keys).doesNotHaveDuplicates();
        }
    }
}
