package hmnet.formats.check.account;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files in which every field of their format holds a value become the same rows as yesterday (充填した見本). The rows stand
/// in `charts`, one file a format: a line for each row, one for its extract, one for each resource. What a change of
/// the code changes there is seen line by line; `-Dhmnet.account=write` writes them anew, and the difference
/// is read before it is kept. What they should be by the standards is for the tests written by hand.
class FilledFilesTest {
    private static final String CHARTS = "src/test/resources/hmnet/formats/check/account/charts";

    static List<String> tables() {
        return Seeds.tables().stream()
                .filter(table -> !Seeds.of(table).isEmpty())
                .toList();
    }

    @BeforeAll
    static void writtenAnewWhereAsked() throws IOException {
        if (System.getProperty("hmnet.account", "").equals("write")) {
            var folder = Path.of(Files.isDirectory(Path.of("formats")) ? "formats" : ".")
                    .resolve(CHARTS);
            Files.createDirectories(folder);
            for (var table : tables()) {
                Files.writeString(folder.resolve(table + ".txt"), String.join("\n", lines(table)) + "\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aFilledFileBecomesTheSameRowsAsBefore(String table) {
        assertThat(lines(table)).isEqualTo(read(table));
    }

    private static List<String> read(String table) {
        try (var in = FilledFilesTest.class.getResourceAsStream("charts/" + table + ".txt")) {
            return new String(Objects.requireNonNull(in, table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String table) {
        var lines = new ArrayList<String>();
        Seeds.of(table).forEach((name, bytes) -> {
            lines.add("== " + name);
            try {
                var file = Readers.read(name, bytes);
                file.notes().forEach(note -> lines.add("note " + note));
                file.sheets()
                        .forEach(sheet -> lines.add("sheet " + sheet.source() + " " + sheet.patient() + " " + sheet.at()
                                + " " + sheet.deletes() + " " + sheet.master() + " " + sheet.person() + " "
                                + sheet.insured()));
                file.rows(numbered()).forEach(row -> add(lines, row));
            } catch (Unreadable refused) {
                lines.add("refused " + refused.note());
            }
        });
        return lines.stream().flatMap(line -> line.replace("\r", "\\r").lines()).toList();
    }

    private static void add(List<String> lines, Part row) {
        lines.add("row " + row.kind() + " " + row.key() + " " + row.occurredAt() + " "
                + row.labels().stream().sorted().toList() + " " + row.correction() + " " + row.preliminary() + " "
                + row.codes() + " " + row.title());
        lines.add("  " + new String(row.extract(), StandardCharsets.UTF_8));
        for (var resource : new String(row.bundle(), StandardCharsets.UTF_8).split("(?=\\{\"fullUrl\")", 0)) {
            lines.add("  " + resource.replaceAll("\"data\":\"[^\"]*\"", "\"data\":\"…\""));
        }
    }

    /// Ids by their order.
    private static Ids numbered() {
        var known = new HashMap<String, String>();
        return (type, key) -> known.computeIfAbsent(type + "/" + key, none -> type + known.size());
    }
}
