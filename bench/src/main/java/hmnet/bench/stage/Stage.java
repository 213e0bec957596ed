package hmnet.bench.stage;

import hmnet.gateway.StorageFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Where drills are played (訓練の場): a temporary folder with a region's files, and a centre's data folder
/// that has taken over the region's plan and holds nothing else. Each run gets a copy of it.
public final class Stage implements AutoCloseable {
    private final Home home;
    private final Path folder;
    private final Path empty;
    private final List<CentreProcess> centres = new CopyOnWriteArrayList<>();
    private final List<Hospital> hospitals;
    private int copies;
    private @Nullable Digest undisturbed;

    private Stage(Home home, Path folder, List<Hospital> hospitals) {
        this.home = home;
        this.folder = folder;
        this.empty = folder.resolve("empty");
        this.hospitals = hospitals;
        Runtime.getRuntime()
                .addShutdownHook(new Thread(this::close)); // who is interrupted leaves nothing behind either
    }

    public static Stage of(Home home, int people, long seed) throws IOException {
        var folder = Files.createTempDirectory("hmnet-bench");
        try {
            var hospitals = draw(home, folder, people, seed);
            var stage = new Stage(home, folder, hospitals);
            try (var centre = new CentreProcess(home, stage.empty)) {
                centre.start();
            }
            return stage;
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static List<Hospital> draw(Home home, Path folder, int people, long seed) throws IOException {
        var tree = folder.resolve("tree");
        var size = new String[] {"--people", Integer.toString(people), "--seed", Long.toString(seed)};
        var demo = folder.resolve("empty").resolve("demo");
        Command.run(home.region("plan", "--out", demo.toString(), size[0], size[1], size[2], size[3]));
        Command.run(home.region("tree", "--out", tree.toString(), size[0], size[1], size[2], size[3]));
        var hospitals = new ArrayList<Hospital>();
        try (var codes = Files.list(tree)) {
            for (var hospital : codes.sorted().toList()) {
                hospitals.add(new Hospital(String.valueOf(hospital.getFileName()), files(hospital)));
            }
        }
        delete(tree);
        return List.copyOf(hospitals);
    }

    private static List<StorageFile> files(Path root) throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new StorageFile(root.relativize(file).toString(), bytes(file)))
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Home home() {
        return home;
    }

    /// What the region's hospitals have to send, in the order of their paths.
    public List<Hospital> hospitals() {
        return hospitals;
    }

    /// What a centre holds that nothing happened to, once everything is sent in order.
    public Digest undisturbed() throws IOException {
        var known = undisturbed;
        if (known == null) {
            try (var centre = centre()) {
                Load.send(centre, hospitals);
                known = centre.digest();
            }
            undisturbed = known;
        }
        return known;
    }

    /// A centre that knows the region and has received nothing, started.
    public CentreProcess centre() throws IOException {
        var data = folder.resolve("run" + ++copies);
        Command.run(List.of("cp", "-a", "--reflink=auto", empty.toString(), data.toString()));
        var centre = new CentreProcess(home, data);
        centres.add(centre);
        centre.start();
        return centre;
    }

    @Override
    public void close() {
        centres.forEach(CentreProcess::close);
        delete(folder);
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
