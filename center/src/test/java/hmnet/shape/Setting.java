package hmnet.shape;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One setting of a module (設定項目), as its settings record declares and explains it.
///
/// @param initial what holds without it, empty for nothing
record Setting(String variable, String initial, String meaning, SourceFile by) {
    private static final Pattern PREFIX =
            Pattern.compile("@ConfigurationProperties\\(\"([a-z.-]+)\"\\)\\s*(?:public )?record \\w+\\(");
    private static final Pattern COMPONENT =
            Pattern.compile("(?:@DefaultValue(?:\\(\"([^\"]*)\"\\))?|@Nullable)\\s+[\\w<>]+\\s+(\\w+)\\s*[,)]");
    private static final int MIB = 1 << 20;

    static Stream<Setting> all() {
        return House.files("java")
                .filter(file -> file.under("center") && file.shipped())
                .flatMap(Setting::of);
    }

    /// The row of the table in configuration.md.
    String row() {
        return "| `%s` | %s | %s |".formatted(variable, initial, meaning);
    }

    private static Stream<Setting> of(SourceFile file) {
        var record = PREFIX.matcher(file.text());
        if (!record.find()) {
            return Stream.of();
        }
        var header = file.text().substring(record.end(), file.text().indexOf(") {", record.end()) + 1);
        return COMPONENT
                .matcher(header)
                .results()
                .map(component -> new Setting(
                        variable(record.group(1) + "." + component.group(2)),
                        initial(component.group(1)),
                        meaning(file, component.group(2)),
                        file));
    }

    private static String variable(String property) {
        return property.replaceAll("([a-z])([A-Z])", "$1_$2")
                .replaceAll("[.-]", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static String initial(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        var bytes = value.matches("\\d{7,9}") ? Integer.parseInt(value) : 0;
        return bytes > 0 && bytes % MIB == 0 ? bytes / MIB + " MiB" : "`" + value + "`";
    }

    /// What `@param` says of it, its lines as one.
    private static String meaning(SourceFile file, String component) {
        var said = Pattern.compile("/// @param " + component + " ((?:[^\n]|\n///     )+)")
                .matcher(file.text());
        return said.find() ? said.group(1).replace("\n///     ", " ") : "";
    }
}
