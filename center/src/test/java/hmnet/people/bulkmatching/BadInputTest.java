package hmnet.people.bulkmatching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.people.matching.Chart;
import hmnet.people.matching.InventedTown;
import hmnet.people.matching.Matched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files as they really come (不正な入力): told by line, bounded in work, never a silent merge.
class BadInputTest {
    @TempDir
    Path folder;

    @Test
    void itRunsWithoutTheInsuranceColumnsAndIgnoresUnknownOnes() throws Exception {
        var lines = new ArrayList<String>();
        lines.add("remark,name_kanji,record_id,birth_date,phone,name_kana");
        InventedTown.charts(100)
                .forEach(chart -> lines.add(String.join(
                        ",",
                        "x",
                        chart.said().name(),
                        chart.said().record(),
                        chart.said().birthDate(),
                        chart.said().phone(),
                        chart.said().reading())));
        var matched = Matched.of(folder, String.join("\r\n", lines).getBytes(UTF_8));
        assertThat(matched.together("T00000-0", "T00000-1") || matched.together("T00001-0", "T00001-1"))
                .isTrue();
        assertThat(matched.cluster()).hasSize(300);
    }

    @Test
    void badRowsAreToldByLineAndWithoutTheirValues() throws Exception {
        var file = new ByteArrayOutputStream();
        file.writeBytes((Matched.HEADER + "\n").getBytes(UTF_8));
        file.writeBytes("a,F1,1,秘密　太郎,ヒミツ　タロウ,M,20230231,,,,,,,\n".getBytes(UTF_8));
        file.writeBytes("b,F1,2,too,few\n".getBytes(UTF_8));
        file.writeBytes("c,F1,3,,,M,19800101,,,,,,,\n".getBytes(UTF_8));
        file.writeBytes("d,F1,4,\"秘密, \"\"太郎\"\"\",ヒミツ,M,19800101,,,,,,,\n".getBytes(UTF_8));
        file.writeBytes(new byte[] {
            'e',
            ',',
            'F',
            ',',
            '5',
            ',',
            (byte) 0x93,
            (byte) 0xFA,
            ',',
            ',',
            'M',
            ',',
            ',',
            ',',
            ',',
            ',',
            ',',
            ',',
            ',',
            '\n'
        });
        file.writeBytes("a,F1,6,秘密　花子,,F,,,,,,,,\n".getBytes(UTF_8));
        file.writeBytes("f,F1,7,\"never closed,ヒミツ,M,19800101,,,,,,,\n".getBytes(UTF_8));
        file.writeBytes("g,F1,8,秘密　三郎,,M,19800101,,,,,,,\n".getBytes(UTF_8));
        var matched = Matched.of(folder, file.toByteArray());
        assertThat(matched.cluster()).containsOnlyKeys("a", "c", "d", "e", "g");
        assertThat(matched.cluster().values()).doesNotHaveDuplicates();
        assertThat(matched.told())
                .anyMatch(line -> line.startsWith("line 2: no such birth date"))
                .anyMatch(line -> line.startsWith("line 3: left out, another number of columns"))
                .anyMatch(line -> line.startsWith("line 4: no name"))
                .anyMatch(line -> line.startsWith("line 6: not UTF-8"))
                .anyMatch(line -> line.startsWith("line 8: left out"))
                .anyMatch(line -> line.startsWith("1 row: left out, its record_id"))
                .noneMatch(line -> line.contains("秘密"));
    }

    @Test
    void aFileWithoutRecordIdsOrNamesIsRefused() {
        assertThatThrownBy(() -> Matched.of(folder, "id,name\n1,x\n".getBytes(UTF_8)))
                .hasMessageContaining("record_id");
    }

    @Test
    @Timeout(30)
    void tenThousandIdenticalBabiesAreBoundedWorkAndStayApart() throws Exception {
        var charts = new ArrayList<Chart>();
        var baby =
                Chart.of("見本　ベビー", "ミホン　ベビー").born("20250101", "F").home("998-0001", "見本市北区見本町1-1-1", "099-555-0001");
        IntStream.range(0, 10_000).forEach(i -> charts.add(baby.record("b" + i, "F" + i % 50)));
        var matched = Matched.of(folder, charts);
        assertThat(matched.cluster().values()).doesNotHaveDuplicates();
        assertThat(matched.review()).hasSizeLessThan(60_000);
    }

    @Test
    @Timeout(30)
    void aTelephoneUsedByTenThousandSaysNothing() throws IOException {
        var charts = new ArrayList<Chart>();
        InventedTown.charts(3_500)
                .forEach(chart -> charts.add(new Chart(chart.said())
                        .home(chart.said().postalCode(), chart.said().address(), "099-000-0000")));
        var matched = Matched.of(folder, charts);
        var wrong = matched.cluster().entrySet().stream()
                .filter(row ->
                        !row.getValue().substring(0, 6).equals(row.getKey().substring(0, 6)))
                .count();
        assertThat(wrong).isLessThan(4);
    }
}
