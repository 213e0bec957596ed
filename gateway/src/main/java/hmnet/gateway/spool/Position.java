package hmnet.gateway.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// How far the spool is done (送信済みの位置). Written without a flush: after a power cut it may stand
/// earlier than it was, and what is then sent again the centre calls a duplicate.
record Position(long segment, long offset) {
    private static final String FILE = "done";

    static Position read(Path folder) throws IOException {
        try {
            var words = Files.readString(folder.resolve(FILE)).strip().split(" ", -1);
            return new Position(Long.parseLong(words[0]), Long.parseLong(words[1]));
        } catch (NoSuchFileException | NumberFormatException | ArrayIndexOutOfBoundsException none) {
            return new Position(0, 0);
        }
    }

    void write(Path folder) throws IOException {
        var fresh = folder.resolve(FILE + ".new");
        Files.writeString(fresh, segment + " " + offset + "\n");
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
