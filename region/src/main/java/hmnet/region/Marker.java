package hmnet.region;

import hmnet.region.plan.Facility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// How far the sending has come (送信済みの印), so that a killed sender goes on and a finished one sends
/// nothing.
final class Marker {
    private final Path file;
    private final Properties state = new Properties();

    Marker(Path folder) throws IOException {
        this.file = folder.resolve("region.sent");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                state.load(in);
            }
        }
    }

    /// The first resident whose files this hospital has not had acknowledged.
    synchronized int next(Facility hospital, int first) {
        return Math.max(first, Integer.parseInt(state.getProperty(hospital.code(), "0")));
    }

    synchronized void acknowledged(Facility hospital, int next, double seconds) {
        state.setProperty(hospital.code(), String.valueOf(next));
        state.setProperty("seconds", String.valueOf(seconds));
        save();
    }

    /// Seconds spent sending in earlier runs.
    synchronized double seconds() {
        return Double.parseDouble(state.getProperty("seconds", "0"));
    }

    synchronized Optional<String> loaded() {
        return Optional.ofNullable(state.getProperty("loaded"));
    }

    synchronized void loaded(String line) {
        state.setProperty("loaded", line);
        save();
    }

    private void save() {
        try {
            var part = file.resolveSibling(file.getFileName() + ".part");
            try (var out = Files.newBufferedWriter(part)) {
                state.store(out, null);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
