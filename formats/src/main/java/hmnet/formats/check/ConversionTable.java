package hmnet.formats.check;

import hmnet.formats.base.Unreadable;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of each format can be written as each other (変換表): every file under some paths in every format,
/// and read again.
///
/// @param counts by the format read and the one written
public record ConversionTable(Map<Format, Map<Format, Count>> counts) {
    private static final int LARGEST = 8 << 20;

    /// How many files tell of a patient, and how many of them the other format holds.
    public record Count(int files, int written) {
        private static final Count NONE = new Count(0, 0);

        private Count with(boolean isWritten) {
            return new Count(files + 1, written + (isWritten ? 1 : 0));
        }
    }

    /// @throws IOException when a path cannot be read
    public static ConversionTable of(List<Path> paths) throws IOException {
        var table = new ConversionTable(new TreeMap<>());
        for (var path : paths) {
            try (Stream<Path> files = Files.walk(path.toAbsolutePath().normalize())) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (Files.size(file) <= LARGEST) {
                        table.add(FileWalk.name(file), Files.readAllBytes(file));
                    }
                }
            }
        }
        return table;
    }

    private void add(String name, byte[] bytes) {
        FacilityFile file;
        try {
            file = Readers.read(name, bytes);
        } catch (Unreadable bad) {
            return;
        }
        if (file.format() == Format.OTHER || file.sheets().isEmpty()) {
            return;
        }
        for (var to : Conversion.targets()) {
            var written = written(name, bytes, to);
            counts.computeIfAbsent(file.format(), any -> new EnumMap<>(Format.class))
                    .merge(to, Count.NONE.with(written), (a, b) -> a.with(written));
        }
    }

    private static boolean written(String name, byte[] bytes, Format to) {
        try {
            return Conversion.of(name, bytes, to).bytes().length > 0;
        } catch (Unreadable bad) {
            return false;
        }
    }

    /// For a document, as Markdown: a row for each format read, a column for each written.
    public String text() {
        var targets = Conversion.targets();
        var lines = new ArrayList<String>();
        lines.add("| from \\\\ to | files | "
                + targets.stream().map(Format::code).collect(Collectors.joining(" | ")) + " |");
        lines.add("|---|--:|" + "--:|".repeat(targets.size()));
        counts.forEach((from, to) -> lines.add("| `" + from.code() + "` | "
                + to.values().stream().mapToInt(Count::files).max().orElse(0) + " | "
                + targets.stream()
                        .map(target -> to.getOrDefault(target, Count.NONE).written())
                        .map(written -> written == 0 ? "–" : String.valueOf(written))
                        .collect(Collectors.joining(" | "))
                + " |"));
        return String.join("\n", lines);
    }
}
