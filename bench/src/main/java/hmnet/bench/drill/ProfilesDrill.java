package hmnet.bench.drill;

import hmnet.bench.stage.Command;
import hmnet.bench.stage.Home;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.FileWalk;
import hmnet.formats.check.ProfileJudge;
import hmnet.formats.check.Readers;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What we write of a region's files (地域の出力の検証), judged by published profiles: no bundle has an error. Needs no
/// centre, but the validator and a folder of packages.
final class ProfilesDrill implements Drill {
    private static final int SHOWN = 300;

    @Override
    public Verdict run(Home home, DrillSettings asked) throws IOException {
        var classPath = System.getenv("HMNET_PROFILES_JUDGE");
        var packages = packages();
        if (classPath == null || packages.isEmpty()) {
            return Verdict.of(
                    "profiles", asked.seed(), false, "missing", "HMNET_PROFILES_JUDGE, HMNET_PROFILES_FOLDER");
        }
        var folder = Files.createTempDirectory("hmnet-profiles");
        var tree = folder.resolve("tree").toString();
        var people = String.valueOf(asked.people(60));
        Command.run(home.region("tree", "--out", tree, "--people", people, "--seed", String.valueOf(asked.seed())));
        var files = files(folder);
        var counted = new int[1];
        rows(files, row -> counted[0]++);
        try (var judge = ProfileJudge.of(classPath, packages.get())) {
            return judged(judge, files, Math.max(1, counted[0] / asked.times(2_000)), asked);
        } finally {
            try (var all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    /// One of so many rows, spread over the whole region.
    private static Verdict judged(ProfileJudge judge, List<Path> files, int step, DrillSettings asked)
            throws IOException {
        var kinds = new TreeMap<String, Integer>();
        var errors = new int[4]; // rows seen, judged, with an error, not judged
        rows(files, row -> {
            if (errors[0]++ % step != 0 || errors[1] == asked.times(2_000)) {
                return;
            }
            var notes = judge.notes(row.bundle());
            var wrong = notes.stream()
                    .filter(note -> note.code().equals(ProfileJudge.ERROR))
                    .toList();
            errors[1]++;
            errors[2] += wrong.isEmpty() ? 0 : 1;
            errors[3] += notes.stream().anyMatch(note -> note.code().equals(ProfileJudge.NOT_JUDGED)) ? 1 : 0;
            wrong.forEach(note -> kinds.merge(
                    row.kind() + " "
                            + note.text()
                                    .substring(0, Math.min(SHOWN, note.text().length())),
                    1,
                    Integer::sum));
        });
        for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
            System.err.println("drill profiles: " + kind.getValue() + " " + kind.getKey());
        }
        return Verdict.of(
                "profiles",
                asked.seed(),
                errors[1] > 0 && errors[2] == 0 && errors[3] == 0,
                "rows",
                errors[0],
                "judged",
                errors[1],
                "with_errors",
                errors[2],
                "not_judged",
                errors[3]);
    }

    private static void rows(List<Path> files, Consumer<Part> take) throws IOException {
        for (var path : files) {
            try {
                var file = Readers.read(FileWalk.name(path), Files.readAllBytes(path));
                for (var sheet : file.sheets()) {
                    Rows.of(sheet, ProfilesDrill::id).forEach(take);
                }
            } catch (Unreadable ignored) {
                // The region's own flaws, which a centre holds.
            }
        }
    }

    private static String id(String type, String key) {
        return UUID.nameUUIDFromBytes((type + "/" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Optional<Path> packages() {
        var set = System.getenv("HMNET_PROFILES_FOLDER");
        var shared = System.getenv("HMNET_SHARED");
        return Stream.of(
                        Optional.ofNullable(set).filter(said -> !said.isBlank()).map(Path::of),
                        Optional.ofNullable(shared).map(said -> Path.of(said, "samples", "fhir-packages")))
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .findFirst();
    }
}
