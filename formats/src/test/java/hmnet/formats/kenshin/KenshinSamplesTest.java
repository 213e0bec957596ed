package hmnet.formats.kenshin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.file.Samples;
import hmnet.formats.model.extract.Extract;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The check-up files of the shared samples: tables are read, empty templates are refused.
class KenshinSamplesTest {
    @Test
    void tablesOfPersonsAreReadWithTheirResults() throws Unreadable {
        var sheets = new TreeMap<String, Integer>();
        for (var path : Samples.files("", "tokutei-csvxlm2/UserData", "tokutei-nittoku/KENSADATA_20130401.txt")) {
            var name = path.getFileName().toString();
            var bytes = Samples.bytes(path);
            assertThat(KenshinFile.looksLike(bytes, name)).as(name).isTrue();
            var file = KenshinFile.read(bytes);
            sheets.put(name, file.sheets().size());
            for (var sheet : file.sheets()) {
                var parts = Rows.of(sheet, (type, key) -> type.charAt(0) + Integer.toHexString(key.hashCode()));
                parts.forEach(part -> Extract.read(part.kind(), part.extract()));
                assertThat(parts).isNotEmpty();
            }
        }
        assertThat(sheets)
                .containsEntry("sample001-1-2024.csv", 10)
                .containsEntry("KENSADATA_20130401.txt", 1)
                .containsEntry("sample002-1-2024.csv", 0)
                .containsEntry("ccSample002.csv", 0);
    }

    @Test
    void templatesWithoutDatesAreRefused() {
        var refused = new TreeMap<String, String>();
        for (var path : Samples.files(".xml", "tokutei-csvxlm2/templates")) {
            try {
                KenshinFile.read(Samples.bytes(path));
            } catch (Unreadable bad) {
                refused.put(path.getFileName().toString(), bad.note().code());
            }
        }
        assertThat(refused)
                .containsEntry("CDAtemplate-hc18.xml", "date")
                .containsEntry("CCV08_template.xml", "claim-incomplete")
                .hasSize(2);
    }
}
