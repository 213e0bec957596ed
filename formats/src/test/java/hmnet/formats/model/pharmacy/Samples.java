package hmnet.formats.model.pharmacy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.model.chart.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The sample files of the shared folder, where it is present, and ways to damage them.
public final class Samples {
    private Samples() {}

    /// A reader under test.
    @FunctionalInterface
    public interface Reader {
        FacilityFile read(byte[] bytes) throws Unreadable;
    }

    public static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(folder().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Path> in(String path) {
        try (var files = Files.list(folder().resolve(path))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        var shared = System.getenv("HMNET_SHARED");
        var folder = Path.of(shared == null ? "../../shared" : shared).resolve("samples");
        assumeTrue(Files.isDirectory(folder), "the shared folder is absent");
        return folder;
    }

    /// `read`, or the code of the refusal.
    public static String outcome(Reader reader, byte[] bytes) {
        try {
            reader.read(bytes);
            return "read";
        } catch (Unreadable refused) {
            return refused.note().code();
        }
    }

    /// Damages a file in many ways and asks everything of what can still be read.
    ///
    /// @return how many of the damaged files were still read
    public static int damage(Reader reader, byte[] whole, int times, long seed) {
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < times; i++) {
            try {
                var file = reader.read(damaged(whole, random));
                file.sheets().forEach(Samples::rows);
                read++;
            } catch (Unreadable refused) {
                refused.note();
            }
        }
        return read;
    }

    public static void rows(Sheet sheet) {
        Rows.of(sheet, (type, key) -> type.charAt(0) + Integer.toHexString(key.hashCode()));
    }

    private static byte[] damaged(byte[] whole, Random random) {
        int at = random.nextInt(whole.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(whole, at);
            case 1 -> flipped(whole, at, 1 << random.nextInt(8));
            case 2 -> lines(whole, random, true);
            case 3 -> lines(whole, random, false);
            case 4 -> columns(whole, random);
            default -> flipped(flipped(whole, at, 0xFF), random.nextInt(whole.length), ',');
        };
    }

    private static byte[] flipped(byte[] whole, int at, int bits) {
        var bytes = whole.clone();
        bytes[at] ^= (byte) bits;
        return bytes;
    }

    /// A line twice, or two lines in the other order.
    private static byte[] lines(byte[] whole, Random random, boolean twice) {
        var lines = new ArrayList<>(List.of(latin(whole).split("(?<=\n)")));
        int from = random.nextInt(lines.size());
        var line = twice ? lines.get(from) : lines.remove(from);
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] columns(byte[] whole, Random random) {
        var columns = new ArrayList<>(List.of(latin(whole).split("(?<=,)")));
        Collections.swap(columns, random.nextInt(columns.size()), random.nextInt(columns.size()));
        return String.join("", columns).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
