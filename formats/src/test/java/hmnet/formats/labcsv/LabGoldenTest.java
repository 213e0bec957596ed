package hmnet.formats.labcsv;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a doctor must see of laboratories' files, written by hand from the columns of each of their forms.
class LabGoldenTest {
    /// Where a form has what (FORMATS 7.3; of the 256 bytes the table of the layout): columns from 1.
    enum LabForm {
        NLAB(
                25,
                Map.ofEntries(
                        at("lab", 1),
                        at("patient", 2),
                        at("day", 3),
                        at("name", 4),
                        at("sex", 5),
                        at("lipemia", 6),
                        at("hemolysis", 7),
                        at("dialysis", 8),
                        at("status", 9),
                        at("code", 13),
                        at("jlac10", 14),
                        at("item", 15),
                        at("flag", 16),
                        at("range", 17),
                        at("value", 18),
                        at("unit", 19),
                        at("material", 21),
                        at("commentCode", 22),
                        at("comment", 23))),
        NLAB2(
                26,
                Map.ofEntries(
                        at("lab", 1),
                        at("order", 2),
                        at("patient", 3),
                        at("day", 4),
                        at("name", 5),
                        at("sex", 6),
                        at("lipemia", 7),
                        at("hemolysis", 8),
                        at("dialysis", 9),
                        at("status", 10),
                        at("code", 14),
                        at("jlac10", 15),
                        at("item", 16),
                        at("flag", 17),
                        at("range", 18),
                        at("value", 19),
                        at("unit", 20),
                        at("material", 22),
                        at("commentCode", 23),
                        at("comment", 24))),
        WOLF(
                36,
                Map.ofEntries(
                        at("lab", 1),
                        at("day", 2),
                        at("order", 3),
                        at("patient", 4),
                        at("kana", 6),
                        at("birth", 7),
                        at("sex", 8),
                        at("dialysis", 9),
                        at("meal", 10),
                        at("pregnancy", 11),
                        at("note", 14),
                        at("code", 15),
                        at("item", 16),
                        at("material", 20),
                        at("load", 21),
                        at("retest", 22),
                        at("flag", 23),
                        at("value", 25),
                        at("unit", 26),
                        at("range", 27),
                        at("low", 29),
                        at("high", 30),
                        at("comment", 31))),
        HMNET(
                41,
                Map.ofEntries(
                        at("lab", 1),
                        at("patient", 2),
                        at("order", 4),
                        at("day", 5),
                        at("name", 9),
                        at("sex", 12),
                        at("status", 13),
                        at("code", 16),
                        at("jlac10", 17),
                        at("item", 19),
                        at("flag", 20),
                        at("low", 21),
                        at("high", 22),
                        at("value", 23),
                        at("unit", 24),
                        at("material", 26),
                        at("lipemia", 27),
                        at("hemolysis", 28),
                        at("dialysis", 30),
                        at("doctor", 34),
                        at("note", 35),
                        at("comment", 36)));

        private final int width;
        private final Map<String, Integer> places;

        LabForm(int width, Map<String, Integer> places) {
            this.width = width;
            this.places = places;
        }

        private static Map.Entry<String, Integer> at(String field, int column) {
            return Map.entry(field, column);
        }

        boolean has(String field) {
            return places.containsKey(field);
        }

        /// What the form has no column for is left out.
        String line(String... values) {
            var columns = new String[width];
            Arrays.fill(columns, "");
            Stream.concat(Stream.of("lab=見本検査", "patient=0000123", "day=20260401", "material=血清"), Stream.of(values))
                    .forEach(value -> {
                        var pair = value.split("=", 2);
                        if (has(pair[0])) {
                            columns[Objects.requireNonNull(places.get(pair[0])) - 1] = pair[1];
                        }
                    });
            return String.join(",", columns);
        }

        LabCsvFile read(String... lines) throws Unreadable {
            return LabCsvFile.read(bytes(String.join("\r\n", lines) + "\r\n"));
        }

        byte[] bytes(String text) {
            return this == HMNET
                    ? (HEADING + text).getBytes(StandardCharsets.UTF_8)
                    : text.getBytes(RecordForm.WINDOWS);
        }
    }

    private static final String HEADING =
            "lab,patient,karte,order,sampled,sampledTime,received,reported,name,kana,birth,sex,status,"
                    + "panelCode,panel,itemCode,jlac10,analyte,item,flag,low,high,value,unit,materialCode,material,lipemia,hemolysis,"
                    + "bilirubin,dialysis,inout,department,ward,doctor,note,comment1,comment2,comment3,comment4,comment5,comment6\r\n";

    private static List<String> shown(LabCsvFile file) {
        var lines = new ArrayList<String>();
        for (Sheet sheet : file.sheets()) {
            for (var entry : sheet.entries()) {
                var results = (Results) entry;
                for (var result : results.results()) {
                    var range =
                            result.low().isEmpty() && result.high().isEmpty() ? "" : result.low() + "～" + result.high();
                    lines.add(Stream.of(
                                    sheet.patient() + " " + results.at().toLocalDate(),
                                    result.test().shown(),
                                    result.value() + result.unit().unit(),
                                    range,
                                    result.range(),
                                    result.flag(),
                                    result.status(),
                                    String.join("・", result.notes()),
                                    String.join("・", results.notes()))
                            .filter(words -> !words.isEmpty())
                            .reduce((one, other) -> one + " | " + other)
                            .orElseThrow());
                }
            }
        }
        return lines;
    }

    @ParameterizedTest
    @EnumSource(LabForm.class)
    void aNumberHasItsUnitItsLimitsAndItsFlag(LabForm form) throws Unreadable {
        var file = form.read(
                form.line(
                        "code=1001",
                        "item=ＡＳＴ",
                        "value=55",
                        "unit=U/L",
                        "low=10",
                        "high=40",
                        form.has("low") ? "" : "range=10-40",
                        "flag=H"),
                form.line(
                        "code=1002",
                        "item=クレアチニン",
                        "value=0.08",
                        "unit=㎎/dL",
                        "low=0.46",
                        "high=0.79",
                        form.has("low") ? "" : "range=0.46～0.79",
                        "flag=L"));
        assertThat(shown(file))
                .containsExactly(
                        "0000123 2026-04-01 | ＡＳＴ | 55U/L | 10～40 | H | F",
                        "0000123 2026-04-01 | クレアチニン | 0.08㎎/dL | 0.46～0.79 | L | F");
    }

    @ParameterizedTest
    @EnumSource(LabForm.class)
    void aWordIsAValueAndItsRangeStandsAsItCame(LabForm form) throws Unreadable {
        var file = form.read(
                form.line("code=2001", "item=ＨＢｓ抗原", "value=(+)", "range=(-)"),
                form.line("code=2002", "item=尿蛋白", "value=±", "range=1+未満"),
                form.line("code=2003", "item=ＣＲＰ", "value=0.02以下", "unit=mg/dL", "range=0.30未満"));
        var ranged = form.has("range");
        assertThat(shown(file))
                .containsExactly(
                        "0000123 2026-04-01 | ＨＢｓ抗原 | (+)" + (ranged ? " | (-)" : "") + " | F",
                        "0000123 2026-04-01 | 尿蛋白 | ±" + (ranged ? " | 1+未満" : "") + " | F",
                        "0000123 2026-04-01 | ＣＲＰ | 0.02以下mg/dL" + (ranged ? " | ～0.30 | 0.30未満" : "") + " | F");
    }

    @ParameterizedTest
    @EnumSource(LabForm.class)
    void howTheSampleWasStandsBesideTheResult(LabForm form) throws Unreadable {
        var file = form.read(form.line(
                "code=1010",
                "item=カリウム",
                "value=6.1",
                "unit=mEq/L",
                "hemolysis=2+",
                "lipemia=0",
                "dialysis=前",
                "meal=食後",
                "pregnancy=20週",
                "load=75g 60分",
                "retest=再",
                "comment=主治医へ連絡済",
                "note=至急"));
        var said = Stream.of(
                        "主治医へ連絡済",
                        form.has("load") ? "負荷 75g 60分" : "",
                        form.has("retest") ? "再検 再" : "",
                        form.has("hemolysis") ? "溶血 2+" : "",
                        "透析 前",
                        form.has("meal") ? "食事 食後" : "",
                        form.has("pregnancy") ? "妊娠 20週" : "")
                .filter(words -> !words.isEmpty())
                .toList();
        assertThat(shown(file))
                .containsExactly("0000123 2026-04-01 | カリウム | 6.1mEq/L | F | " + String.join("・", said)
                        + (form.has("note") ? " | 至急" : ""));
    }

    @ParameterizedTest
    @EnumSource(LabForm.class)
    void whatHasNoValueYetIsNeverFinal(LabForm form) throws Unreadable {
        var file = form.read(
                form.line("code=3001", "item=血液培養", "comment=培養中"),
                form.line(
                        "code=3002",
                        "item=ＴＳＨ",
                        "value=1.2",
                        "unit=μIU/mL",
                        form == LabForm.HMNET ? "status=P" : "status=M"),
                form.line("code=3003", "item=Ｎａ", "value=検体量不足"));
        assertThat(shown(file))
                .containsExactly(
                        "0000123 2026-04-01 | 血液培養 | P | 培養中",
                        "0000123 2026-04-01 | ＴＳＨ | 1.2μIU/mL | " + (form.has("status") ? "P" : "F"),
                        "0000123 2026-04-01 | Ｎａ | 検体量不足 | F");
    }

    @ParameterizedTest
    @EnumSource(LabForm.class)
    void patientsAndDaysStandApartAndALastLineWithoutItsEndIsALine(LabForm form) throws Unreadable {
        var file = LabCsvFile.read(form.bytes(String.join(
                "\r\n",
                form.line("code=1001", "item=ＡＳＴ", "value=20", "order=A1"),
                form.line("day=20260501", "code=1001", "item=ＡＳＴ", "value=30", "order=A1"),
                form.line(
                                "patient=0000456",
                                "code=1001",
                                "item=ＡＳＴ",
                                "value=40",
                                "order=B1",
                                "commentCode=C7",
                                "comment=",
                                "flag=")
                        + (form == LabForm.HMNET ? "x" : ""))));
        assertThat(shown(file).stream().map(line -> line.replaceAll(" \\| (コメントコード C7|x)$", "")))
                .containsExactly(
                        "0000123 2026-04-01 | ＡＳＴ | 20 | F",
                        "0000123 2026-05-01 | ＡＳＴ | 30 | F",
                        "0000456 2026-04-01 | ＡＳＴ | 40 | F");
        assertThat(file.sheets()).extracting(Sheet::source).doesNotHaveDuplicates();
    }
}
