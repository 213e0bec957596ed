package hmnet.ground.transparency;

import hmnet.ground.keys.DataFolder;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/// The newest checkpoint that each witness countersigned (立会人署名の控え), in files outside the database: a log that was
/// rolled back with its tables is behind what stands here.
@Component
public class CountersignedCopies {
    private final Path folder;

    public CountersignedCopies(DataFolder data) {
        this.folder = data.data().resolve("audit").resolve("countersigned");
    }

    /// The signed notes, a witness's line below each.
    public List<String> notes() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".new"))
                    .sorted()
                    .map(CountersignedCopies::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The copies in " + folder + " cannot be read", e);
        }
    }

    /// @param note our signed note, with the line of this witness below
    public synchronized void keep(String witness, String note) {
        // A witness may call itself anything.
        var file = folder.resolve(HexFormat.of().formatHex(witness.getBytes(StandardCharsets.UTF_8)));
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)
                    && Checkpoint.read(text(file)).size()
                            > Checkpoint.read(note).size()) {
                return;
            }
            DurableFile.write(file, note);
        } catch (IOException e) {
            throw new UncheckedIOException("The copy cannot be written to " + file, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
