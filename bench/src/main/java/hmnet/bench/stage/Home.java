package hmnet.bench.stage;

import hmnet.bench.decision.DecisionCommand;
import hmnet.bench.disaster.DisasterCommand;
import hmnet.bench.exposure.ExposureCommand;
import hmnet.bench.exposure.VerifyCommand;
import hmnet.bench.rehearsal.RehearsalCommand;
import hmnet.bench.reviews.ReviewsCommand;
import hmnet.bench.tamper.TamperCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the built programs lie (実行環境): the centre as it is started by `./hmnet`, and the region on our
/// own class path.
public record Home(Path root, Path jar) {
    private static final List<String> JVM = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "-Xlog:all=error:stderr");

    /// Empty when the centre was not built.
    public static Optional<Home> find() {
        var set = System.getenv("HMNET_HOME");
        var at = Path.of(set == null ? "" : set).toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("center").resolve("src"))) {
            at = at.getParent();
        }
        return at == null ? Optional.empty() : at(at);
    }

    /// The one that was built in this checkout.
    public static Optional<Home> at(Path root) {
        var target = root.resolve("center").resolve("target");
        var jar = newest(target);
        var unpacked = jar.map(j -> target.resolve("app").resolve(String.valueOf(j.getFileName())));
        var flat = unpacked.filter(app -> jar.filter(j -> !newer(j, app)).isPresent());
        return flat.or(() -> jar).map(j -> new Home(root, j));
    }

    private static boolean newer(Path jar, Path app) {
        try {
            var stamp = app.resolveSibling("unpacked");
            return !Files.exists(stamp)
                    || Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(stamp)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> newest(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("center-[0-9.]+\\.jar"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The command of a verb of the centre.
    public List<String> center(String... arguments) {
        var command = centreVm();
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// The command of a rehearsal: the centre's classes as they are started, and ours beside them.
    public List<String> rehearsal(String... arguments) throws IOException {
        return besideTheCentre(RehearsalCommand.class, arguments);
    }

    /// The command of the tampering drill, run as a rehearsal is.
    public List<String> tampering(String... arguments) throws IOException {
        return besideTheCentre(TamperCommand.class, arguments);
    }

    /// The command that asks a large audit log who saw what.
    public List<String> exposing(String... arguments) throws IOException {
        return besideTheCentre(ExposureCommand.class, arguments);
    }

    /// The command that checks a large audit log.
    public List<String> verifying(String... arguments) throws IOException {
        return besideTheCentre(VerifyCommand.class, arguments);
    }

    /// The command that measures decisions in the centre of a data folder.
    public List<String> deciding(String... arguments) throws IOException {
        return besideTheCentre(DecisionCommand.class, arguments);
    }

    /// The command that fills a day of ambulances into the queue of reviews.
    public List<String> reviewing(String... arguments) throws IOException {
        return besideTheCentre(ReviewsCommand.class, arguments);
    }

    /// The command that plays a disaster from its declaration to the end.
    public List<String> disaster(String... arguments) throws IOException {
        return besideTheCentre(DisasterCommand.class, arguments);
    }

    private List<String> besideTheCentre(Class<?> main, String... arguments) throws IOException {
        if (!Files.isDirectory(jar.resolveSibling("lib"))) {
            throw new IOException("The centre is not unpacked; ./hmnet build does it");
        }
        var command = centreVm();
        command.addAll(List.of("-cp", jar + File.pathSeparator + ours(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path ours() {
        return Path.of(URI.create(
                Home.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private List<String> centreVm() {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(JVM);
        var cache = jar.resolveSibling("center.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        var own = System.getenv("HMNET_JAVA_OPTS");
        if (own != null && !own.isBlank()) {
            command.addAll(Arrays.asList(own.strip().split("\\s+")));
        }
        return command;
    }

    /// The command of the simulated region.
    public List<String> region(String... arguments) {
        var command = new ArrayList<>(
                List.of(java(), "-cp", System.getProperty("java.class.path", ""), "hmnet.region.Region"));
        command.addAll(List.of(arguments));
        return command;
    }

    /// The command of a facility's gateway, as small as it is run there.
    public List<String> gateway(String... arguments) {
        var command = new ArrayList<>(List.of(
                java(),
                "@" + root.resolve("gateway").resolve("jvm.options"),
                "-cp",
                System.getProperty("java.class.path", ""),
                "hmnet.gateway.box.Gateway"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }
}
