package hmnet;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.record.sheets.SheetSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who writes a sheet learns at a shell what is wrong with it.
class FormVerbTest {
    @TempDir
    private Path folder;

    private Child check(String... items) throws IOException {
        var file = Files.write(folder.resolve("sheet.json"), SheetSamples.bytes("1", items));
        return Child.of(folder, List.of("form", "check", file.toString()));
    }

    @Test
    void aSheetThatCanBeUsedEndsWithZeroAndNamesWhatIsNotDone() throws Exception {
        try (var child = check(SheetSamples.item("photo", "attachment", ""))) {
            assertThat(child.exit()).as(child.text()).isZero();
            assertThat(child.text().lines())
                    .as("its own lines, and none of a library's log")
                    .satisfiesExactly(
                            line -> assertThat(line).endsWith("sheet.json: urn:hmnet:sheet:sample|1 1 items"),
                            line -> assertThat(line).startsWith("  not done line 2 photo: item-type"));
        }
    }

    @Test
    void aSheetThatCannotBeUsedEndsWithOneAndSaysWhere() throws Exception {
        try (var child =
                check(SheetSamples.item("a", "string", SheetSamples.when("b", "exists", "\"answerBoolean\":true")))) {
            assertThat(child.exit()).as(child.text()).isEqualTo(1);
            assertThat(child.text()).contains("refused line 2 a: enable-when", "b");
        }
    }
}
