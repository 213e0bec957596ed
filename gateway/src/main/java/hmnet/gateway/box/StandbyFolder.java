package hmnet.gateway.box;

import hmnet.gateway.StandbyDoor;
import hmnet.gateway.StandbyDoor.StandbyAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the newest sealed copies of the facility's own records in a folder, a USB disk perhaps (非常時の写しの置き場): read
/// there
/// with any browser when the network or the facility's own system stands still. A copy has its name once it is whole.
final class StandbyFolder {
    static final String NOT_FETCHED = "standby-not-fetched";
    private static final int KEPT = 3;
    private static final String NAMES = "hmnet-standby-*.html";

    private final Settings settings;
    private final Path folder;
    private final Link link;
    private final Alarms alarms;

    private StandbyFolder(Settings settings, Path folder, Link link, Alarms alarms) {
        this.settings = settings;
        this.folder = folder;
        this.link = link;
        this.alarms = alarms;
    }

    /// Null where no folder is set.
    static @Nullable StandbyFolder of(Settings settings, Link link, Alarms alarms) {
        var folder = settings.standby().folder();
        return folder == null ? null : new StandbyFolder(settings, folder, link, alarms);
    }

    /// A round, and the rest until the next.
    Duration round() {
        try (var door = new StandbyDoor(settings.centre(), settings.ca(), link.shown())) {
            if (!Files.isDirectory(folder)) {
                throw new IOException("there is no folder " + folder);
            }
            var working = folder.resolve("unfinished-copy");
            var answer = door.fetch(has(), working);
            switch (answer) {
                case StandbyAnswer.Fetched(var file, var name, var tag) -> {
                    Files.move(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    Files.writeString(mark(), tag);
                    forget();
                    alarms.say("standby: " + name + " lies in " + folder);
                }
                case StandbyAnswer.Same same -> Files.deleteIfExists(working);
                case StandbyAnswer.NoCopy none -> {
                    Files.deleteIfExists(working);
                    throw new IOException("the centre has no copy for this facility");
                }
            }
            alarms.over(NOT_FETCHED);
        } catch (IOException e) {
            alarms.raise(NOT_FETCHED, String.valueOf(e.getMessage()));
        }
        return settings.standby().every();
    }

    private Path mark() {
        return settings.spool().resolve("standby-tag");
    }

    /// Nothing where no copy lies in the folder: then it is fetched again.
    private String has() throws IOException {
        return copies().isEmpty() || Files.notExists(mark())
                ? ""
                : Files.readString(mark()).strip();
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
