package hmnet.ground.transparency;

import hmnet.ground.keys.DataFolder;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The newest checkpoint this machine made (手元の控え), in a file outside the database. It stands in for a
/// witness until there are some: a log that was rolled back together with its checkpoints no longer holds
/// this one.
@Component
public class NewestCheckpoint {
    private final Path file;

    public NewestCheckpoint(DataFolder folder) {
        this.file = folder.data().resolve("audit").resolve("last-checkpoint");
    }

    public Optional<String> note() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The last checkpoint in " + file + " cannot be read", e);
        }
    }

    public void keep(String note) {
        try {
            Files.createDirectories(file.getParent());
            var fresh = Files.writeString(file.resolveSibling("last-checkpoint.new"), note);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The last checkpoint cannot be written to " + file, e);
        }
    }

    public void demandIn(Checkpoints checkpoints) {
        note().ifPresent(seen -> {
            var size = Checkpoint.read(seen).size();
            if (!checkpoints.note(size).equals(Optional.of(seen))) {
                throw new BrokenLog("The audit log no longer has the checkpoint of " + size + " that " + file
                        + " remembers: it was rolled back or replaced. Nothing is signed until this is explained.");
            }
        });
    }
}
