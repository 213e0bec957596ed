package hmnet.record.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.labcsv.LabLayout;
import hmnet.record.layouts.LayoutForm.LayoutRow;
import hmnet.record.layouts.LayoutForm.MarkMeaning;
import hmnet.record.layouts.LayoutForm.Repeat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A layout filled in and a layout written are one layout.
class LayoutFormTest {
    private static final LayoutForm CSV = new LayoutForm(
            "見本検査センター",
            "2026-11-01",
            "utf-8",
            "csv",
            "5",
            "",
            "1",
            "",
            "",
            List.of(
                    LayoutRow.of("patient", "1"),
                    LayoutRow.of("sampled", "2"),
                    LayoutRow.of("item", "3"),
                    LayoutRow.of("value", "4")),
            List.of(),
            List.of(new MarkMeaning("<", "limit/<"), new MarkMeaning("", "status/F"), new MarkMeaning("A", "flag/HH")));
    private static final LayoutForm FIXED = new LayoutForm(
            "見本固定長",
            "",
            "ms932",
            "fixed",
            "128",
            "",
            "",
            "1",
            "2",
            List.of(
                    new LayoutRow("patient", "9", "18", "A1", "", ""),
                    new LayoutRow("sampled", "19", "26", "A1", "", ""),
                    new LayoutRow("itemCode", "1", "17", "A1", "item", ""),
                    new LayoutRow("value", "18", "25", "A1", "item", ""),
                    new LayoutRow("flag", "100", "100", "A1", "item", "1")),
            List.of(new Repeat("A1", "31", "32", "2")),
            List.of(new MarkMeaning("E", "status/F")));

    @Test
    void whatIsFilledInIsWrittenAndComesBackTheSame() throws Exception {
        for (var form : List.of(CSV, FIXED)) {
            assertThat(LayoutSlips.of(form)).isEmpty();
            assertThat(LabLayouts.read(form.text()).name()).isEqualTo(form.name());
            assertThat(LayoutWriting.form(form.text())).isEqualTo(form);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nlab.csv", "nlab2.csv", "wolf.csv", "medis256.csv", "hmnet.csv"})
    void whatIsWrittenReadsTheSameAfterTheForm(String file) throws Exception {
        var text = declaration(file);
        var form = LayoutWriting.form(text);
        assertThat(LabLayouts.read(form.text())).isEqualTo(LabLayouts.read(text));
        assertThat(LayoutSlips.of(form)).isEmpty();
    }

    private static String declaration(String file) throws IOException {
        try (var in = LabLayout.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyFieldOfTheLanguageCanBeChosen() {
        assertThat(Arrays.stream(FieldGroup.values()).flatMap(group -> group.fields().stream()))
                .containsExactlyInAnyOrderElementsOf(LabLayout.words());
    }

    @Test
    void aCommaNeverMovesWhatComesAfterIt() {
        var form = new LayoutForm("a,b", "", "ms932", "csv", "4", "4", "", "", "", CSV.rows(), List.of(), List.of());
        assertThat(LayoutSlips.of(form)).containsExactly(Map.entry("name", "comma"));
    }

    @Test
    void whatRepeatsNeedsToKnowWhereItBegins() {
        var form =
                new LayoutForm("a", "", "ms932", "fixed", "128", "", "", "1", "2", FIXED.rows(), List.of(), List.of());
        assertThat(LayoutSlips.of(form)).containsEntry("row-2-part", "repeat-needed");
    }

    @Test
    void bytesOfASampleAreCountedAsItsCharacterSetDoes() {
        var sample = "A1見本花子123456\r\nA1架空太郎987654\r\n".getBytes(Charset.forName("windows-31j"));
        var columns = SampleColumns.of(sample, FIXED);
        assertThat(columns.width()).isEqualTo(16);
        assertThat(columns.columns().getFirst().cells()).containsExactly("A1見本花子", "A1架空太郎");
        assertThat(columns.columns().getLast()).satisfies(last -> {
            assertThat(last.place()).isEqualTo("11–16");
            assertThat(last.cells()).containsExactly("123456", "987654");
        });
    }

    @Test
    void columnsOfASampleAreNumberedAndSayWhatTheyAreTakenFor() {
        var columns = SampleColumns.of("番号,\"採取,日\",項目\n1,20261101,血糖\n".getBytes(StandardCharsets.UTF_8), CSV);
        assertThat(columns.columns())
                .extracting(SampleColumns.SampleColumn::place)
                .containsExactly("1", "2", "3");
        assertThat(columns.columns().get(1).cells()).containsExactly("採取,日", "20261101");
        assertThat(columns.columns().get(1).what()).containsExactly("sampled");
    }
}
