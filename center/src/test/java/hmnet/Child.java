package hmnet;

import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A centre of the tests in a process of its own (別プロセスのセンター), without the variables of the machine.
final class Child implements AutoCloseable {
    private final Process process;
    private final Path output;

    private Child(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Child of(Path folder, List<String> arguments, String... variables) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // A start is over before the second compiler has earned its keep.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-cp",
                classPath(),
                Hmnet.class.getName()));
        command.addAll(arguments);
        var output = Files.createTempFile(folder, "child", ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HMNET_"));
        for (var n = 0; n < variables.length; n += 2) {
            builder.environment().put(variables[n], variables[n + 1]);
        }
        return new Child(builder.start(), output);
    }

    /// That of the tests, however they were started.
    private static String classPath() {
        return Child.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> Path.of(url.getPath()).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    String text() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /// The first line that begins like this, once it is there to its end.
    String line(String begin) throws IOException, InterruptedException {
        var end = Instant.now().plus(Duration.ofMinutes(5));
        while (true) {
            var text = text();
            var found = text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.startsWith(begin))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("no line " + begin + " in:\n" + text());
            }
            Thread.sleep(50);
        }
    }

    /// Ctrl-C.
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    int exit() throws InterruptedException, IOException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("it does not end:\n" + text());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
