package hmnet.gateway.box;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The lines of the configuration file (設定ファイルの各行), each read as what it should be. A line that
/// nobody asked for is a slip of the pen and refused.
final class ConfigFile {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(|[KMGT]iB)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final String UNITS = "KMGT";

    private final Path folder;
    private final Properties lines = new Properties();
    private final Set<String> asked = new HashSet<>();

    public ConfigFile(Path file) {
        this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSetting("cannot be read: " + file + ": " + e.getMessage());
        }
    }

    boolean has(String name) {
        asked.add(name);
        return !lines.getProperty(name, "").isBlank();
    }

    String text(String name) {
        if (!has(name)) {
            throw new BadSetting(name + " is missing");
        }
        return lines.getProperty(name).strip();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /// Relative to the file itself.
    Path path(String name) {
        return folder.resolve(text(name));
    }

    Path path(String name, Path otherwise) {
        return has(name) ? path(name) : otherwise;
    }

    int number(String name, int least, int most, int otherwise) {
        var text = text(name, Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new BadSetting(name + " is a number from " + least + " to " + most + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    long bytes(String name, String otherwise) {
        var text = text(name, otherwise);
        var size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new BadSetting(name + " is a size such as 20GiB, not " + text);
        }
        var unit = size.group(2).isEmpty()
                ? 0
                : 10 * (1 + UNITS.indexOf(size.group(2).charAt(0)));
        return Long.parseLong(size.group(1)) << unit;
    }

    Duration time(String name, String otherwise) {
        var text = text(name, otherwise);
        var time = TIME.matcher(text);
        if (!time.matches()) {
            throw new BadSetting(name + " is a time such as 10s, not " + text);
        }
        var amount = Long.parseLong(time.group(1));
        var unit = time.group(2);
        if (unit.equals("ms")) {
            return Duration.ofMillis(amount);
        }
        return Duration.parse((unit.equals("d") ? "P" : "PT") + amount + unit.toUpperCase(Locale.ROOT));
    }

    List<String> list(String name, String otherwise) {
        return Arrays.stream(text(name, otherwise).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    <E extends Enum<E>> E one(String name, Class<E> of, E otherwise) {
        var text = text(name, otherwise.name());
        return Arrays.stream(of.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new BadSetting(name + " is one of "
                        + Arrays.toString(of.getEnumConstants()).toLowerCase(Locale.ROOT) + ", not " + text));
    }

    /// The names that stand between `prefix.` and the next dot.
    Set<String> names(String prefix) {
        var names = new TreeSet<String>();
        for (var key : lines.stringPropertyNames()) {
            if (key.startsWith(prefix + ".")) {
                names.add(key.substring(prefix.length() + 1).split("\\.", 2)[0]);
            }
        }
        return names;
    }

    void refuseTheRest() {
        var rest = new TreeSet<>(lines.stringPropertyNames());
        rest.removeAll(asked);
        if (!rest.isEmpty()) {
            throw new BadSetting("not understood: " + String.join(", ", rest));
        }
    }
}
