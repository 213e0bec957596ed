package hmnet.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The `--name value` options of a verb (オプション).
final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    Options(String[] arguments, String usage, String... known) {
        for (var i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--")
                    || i + 1 == arguments.length
                    || !List.of(known).contains(arguments[i].substring(2))) {
                throw new Usage(usage);
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
