package hmnet.formats.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample files of the shared folder (見本), where they are present.
public final class Samples {
    private Samples() {}

    public static Path folder() {
        var shared = System.getenv("HMNET_SHARED");
        return Path.of(shared == null ? "../../shared" : shared).resolve("samples");
    }

    public static boolean present() {
        return Files.isDirectory(folder());
    }

    /// The files below some folders whose names end so; the test is skipped where there are none.
    public static List<Path> files(String ending, String... folders) {
        assumeTrue(present(), "the shared folder is absent");
        return List.of(folders).stream()
                .flatMap(folder -> walk(folder().resolve(folder)).stream())
                .filter(path -> path.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private static List<Path> walk(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
