package hmnet.gateway.box;

import hmnet.gateway.Door;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A folder to be watched (監視フォルダの設定).
///
/// @param quiet for how long a file must stay as it is before it counts as whole
/// @param skip names that are never taken, as patterns
/// @param mark ending of the file that says its neighbour is whole; empty where there is none
/// @param lock ending of the file that says its neighbour is being written; empty where there is none
/// @param taken where taken files go
record FolderSettings(
        String name,
        Path path,
        Door door,
        Duration every,
        Duration quiet,
        List<String> skip,
        String mark,
        String lock,
        FileFate after,
        Path taken,
        int takenDays) {
    private static final String UNFINISHED = "*.tmp *.part *.partial *.filepart *.writing *.crdownload ~* .* Thumbs.db";

    static FolderSettings of(ConfigFile words, String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new BadSetting("folder." + name + ": a name is of a-z, 0-9 and -");
        }
        var at = "folder." + name + ".";
        var path = words.path(at + "path");
        return new FolderSettings(
                name,
                path,
                words.one(at + "door", Door.class, Door.FILES),
                words.time(at + "every", "5s"),
                words.time(at + "quiet", "10s"),
                words.list(at + "skip", UNFINISHED),
                words.text(at + "mark", ""),
                words.text(at + "lock", ""),
                words.one(at + "after", FileFate.class, FileFate.MOVE),
                words.path(
                        at + "taken",
                        Optional.ofNullable(path.getParent()).orElse(path).resolve(path.getFileName() + ".taken")),
                words.number(at + "taken-days", 0, 36_500, 30));
    }
}
