package hmnet.gateway;

import hmnet.gateway.StandbyDoor.StandbyAnswer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Keeps the newest sealed copies of the facility's own records in a folder, a USB disk perhaps (非常時の写しの置き場): read
/// there
/// with any browser when the network or the facility's own system stands still. A copy has its name once it is whole.
///
/// @param mark the file that says which copy came last
public record StandbyFolder(URI centre, Path ca, Path folder, Path mark) {
    private static final int KEPT = 3;
    private static final String NAMES = "hmnet-standby-*.html";

    /// Fetches a newer one, if there is one.
    ///
    /// @return its name; nothing where the newest lies here already
    public Optional<String> look(Identity shown) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        var working = folder.resolve("unfinished-copy");
        try (var door = new StandbyDoor(centre, ca, shown)) {
            return switch (door.fetch(has(), working)) {
                case StandbyAnswer.Fetched(var file, var name, var tag) -> {
                    Files.move(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    Files.writeString(mark, tag);
                    forget();
                    yield Optional.of(name);
                }
                case StandbyAnswer.Same same -> Optional.empty();
                case StandbyAnswer.NoCopy none -> throw new IOException("the centre has no copy for this facility");
            };
        } finally {
            Files.deleteIfExists(working);
        }
    }

    /// Nothing where no copy lies in the folder: then it is fetched again.
    private String has() throws IOException {
        return copies().isEmpty() || Files.notExists(mark)
                ? ""
                : Files.readString(mark).strip();
    }

    private List<Path> copies() throws IOException {
        try (var found = Files.newDirectoryStream(folder, NAMES)) {
            var all = new ArrayList<Path>();
            found.forEach(all::add);
            all.sort(Comparator.comparing(Path::getFileName).reversed());
            return all;
        }
    }

    private void forget() throws IOException {
        var all = copies();
        for (var old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.delete(old);
        }
    }
}
