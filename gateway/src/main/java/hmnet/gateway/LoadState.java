package hmnet.gateway;

import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// How far a first load is (初期取込の進み): the last file answered, and what was answered by month of care and kind.
/// In a file of its own, so that a load of days goes on where it was cut.
final class LoadState {
    private final @Nullable Path file;
    private final LoadCounts content;
    private String after;

    /// @param after the last file in the order of the walk; empty at the beginning
    /// @param counts under `2026-04 OML-11`
    record LoadCounts(String after, SortedMap<String, Count> counts) {}

    /// What became of the files of one month and kind.
    record Count(long taken, long duplicate, long refused) {
        static final Count NONE = new Count(0, 0, 0);

        Count and(Answer.Outcome outcome) {
            return switch (outcome) {
                case KEPT -> new Count(taken + 1, duplicate, refused);
                case DUPLICATE -> new Count(taken, duplicate + 1, refused);
                case REFUSED -> new Count(taken, duplicate, refused + 1);
            };
        }
    }

    private LoadState(@Nullable Path file, LoadCounts content) {
        this.file = file;
        this.content = content;
        this.after = content.after();
    }

    /// @param file null: nothing is remembered beyond this run
    static LoadState at(@Nullable Path file) throws IOException {
        if (file == null || Files.notExists(file)) {
            return new LoadState(file, new LoadCounts("", new TreeMap<>()));
        }
        try {
            var read = JsonMapper.shared().readValue(Files.readAllBytes(file), LoadCounts.class);
            return new LoadState(file, new LoadCounts(read.after(), new TreeMap<>(read.counts())));
        } catch (JacksonException e) {
            throw new IOException("Not the state of a first load: " + file, e);
        }
    }

    /// Whether the walk has this file still before it.
    boolean wants(Path relative) {
        return after.isEmpty() || order(relative, Path.of(after)) > 0;
    }

    /// The order of the walk: name by name from the top, not letter by letter.
    static int order(Path a, Path b) {
        for (var i = 0; i < Math.min(a.getNameCount(), b.getNameCount()); i++) {
            var difference = a.getName(i).compareTo(b.getName(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(a.getNameCount(), b.getNameCount());
    }

    /// A request is answered whole: its last file, and what became of each. Within a request answers come in no
    /// order, so nothing is noted before.
    void reached(String last, List<Answer> answers) throws IOException {
        for (var answer : answers) {
            content.counts()
                    .merge(group(answer.path()), Count.NONE.and(answer.outcome()), (a, b) -> a.and(answer.outcome()));
        }
        after = last;
        save();
    }

    static String group(String path) {
        try {
            var name = StorageName.parse(path.substring(path.lastIndexOf('/') + 1));
            var day = name.careDate() == null ? name.occurredAt().toLocalDate() : name.careDate();
            return "%04d-%02d %s"
                    .formatted(day.getYear(), day.getMonthValue(), name.kind().code());
        } catch (BadStorage e) {
            return "- -";
        }
    }

    SortedMap<String, Count> counts() {
        return content.counts();
    }

    private void save() throws IOException {
        if (file != null) {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            var now = new LoadCounts(after, content.counts());
            Files.write(
                    fresh, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(now));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
