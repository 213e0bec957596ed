package hmnet.bench.fuzz;

import hmnet.formats.check.FileWalk;
import hmnet.formats.check.Readers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// The files that are damaged and measured (見本集): our own of every format, and those of the shared folder
/// where it is present.
public final class Samples {
    private static final Map<String, String> LINE_ENDS = Map.of("crlf", "\r\n", "cr", "\r", "lf", "\n");
    private static final int LARGEST_SHARED = 256 << 10;

    private Samples() {}

    public static List<Sample> own() {
        var samples = new ArrayList<Sample>();
        for (var row : text("samples.csv").split("\n", 0)) {
            if (!row.startsWith("#")) {
                var cells = row.split(",", -1);
                samples.add(new Sample(cells[0], cells[3], ofText(cells)));
            }
        }
        samples.addAll(Pieces.samples());
        return List.copyOf(samples);
    }

    private static TextSample ofText(String... cells) {
        return new TextSample(
                text(cells[0] + ".txt"),
                Charset.forName(cells[1]),
                LINE_ENDS.getOrDefault(cells[2], "\n"),
                Integer.parseInt(cells[4]));
    }

    static String text(String resource) {
        try (var in = Samples.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Small files below `HMNET_SHARED/samples` that some reader claims; none without the folder.
    public static List<Sample> shared() {
        var shared = System.getenv("HMNET_SHARED");
        var folder = Path.of(shared == null ? "" : shared).resolve("samples");
        if (shared == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> shared(folder, file))
                    .filter(sample -> sample.small().length > 0
                            && Readers.format(sample.called(), sample.small()).isPresent())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample shared(Path folder, Path file) {
        try {
            var bytes = Files.size(file) > LARGEST_SHARED ? new byte[0] : Files.readAllBytes(file);
            return new Sample("shared/" + folder.relativize(file), FileWalk.name(file), size -> bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file of one format about nobody (架空の見本): small to be damaged, or grown to be measured.
    ///
    /// @param called as a facility would call it; some formats rest on names
    /// @param ofSize the file with so many bytes or little more, as far as its format allows; the smallest for 0
    public record Sample(String name, String called, IntFunction<byte[]> ofSize) {
        public byte[] small() {
            return ofSize.apply(0);
        }

        public byte[] grown(int bytes) {
            return ofSize.apply(bytes);
        }
    }
}
