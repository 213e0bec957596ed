package hmnet.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The samples of the shared folder, where they are present.
public final class Samples {
    private Samples() {}

    /// Skips the test that asks where they are absent.
    public static Path folder(String name) {
        var folder = of(name);
        assumeTrue(Files.isDirectory(folder), "the shared folder is absent");
        return folder;
    }

    public static boolean present() {
        return Files.isDirectory(of(""));
    }

    private static Path of(String name) {
        var shared = System.getenv("HMNET_SHARED");
        return Path.of(shared == null ? "../../shared" : shared)
                .resolve("samples")
                .resolve(name);
    }
}
