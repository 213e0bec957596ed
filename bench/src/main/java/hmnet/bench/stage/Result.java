package hmnet.bench.stage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What one bench measured, line by line (測定結果), kept with the machine and the revision it was measured on.
public record Result(String bench, Map<String, Object> settings, List<Line> lines) {
    /// One case, as printed.
    public record Line(String name, Map<String, Object> figures) {
        public static Line of(String name, Object... namesAndFigures) {
            var figures = new LinkedHashMap<String, Object>();
            for (var i = 0; i < namesAndFigures.length; i += 2) {
                figures.put(namesAndFigures[i].toString(), namesAndFigures[i + 1]);
            }
            return new Line(name, figures);
        }

        @Override
        public String toString() {
            return figures.entrySet().stream()
                    .map(figure -> " " + figure.getKey() + "=" + figure.getValue())
                    .collect(Collectors.joining("", name, ""));
        }
    }

    public static double rounded(double value, int digits) {
        return Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "f", value));
    }

    /// Writes `bench/results/DATE-NAME.json`.
    public void keep(Home home) throws IOException {
        var content = new LinkedHashMap<String, Object>();
        content.put("bench", bench);
        content.put("date", Instant.now().toString());
        content.put("machine", machine());
        content.put("revision", revision(home));
        content.put("settings", settings);
        content.put("figures", lines);
        var stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        var folder = Files.createDirectories(home.root().resolve("bench").resolve("results"));
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.write(folder.resolve(stamp + "-" + bench + ".json"), json.writeValueAsBytes(content));
    }

    private static Map<String, Object> machine() throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var machine = new LinkedHashMap<String, Object>();
        machine.put("cores", system.getAvailableProcessors());
        machine.put("memoryBytes", system.getTotalMemorySize());
        machine.put("jdk", System.getProperty("java.vm.version", ""));
        machine.put("loadAverage", Files.readString(Path.of("/proc/loadavg")).strip());
        return machine;
    }

    public static String revision(Home home) {
        try {
            var root = home.root().toString();
            var revision = Command.run(List.of("git", "-C", root, "rev-parse", "--short", "HEAD"))
                    .strip();
            var clean = Command.run(List.of("git", "-C", root, "status", "--porcelain", "-uno"))
                    .isBlank();
            return clean ? revision : revision + "+changes";
        } catch (IOException noGit) {
            return "unknown";
        }
    }
}
