package hmnet.witness;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What the witness was called with (立会人のオプション): a verb and `--name value` pairs.
record WitnessWords(String verb, Map<String, String> options) {
    private static final Set<String> KNOWN = Set.of(
            "--name", "--url", "--data", "--config", "--log-key", "--why", "--from-now", "--file", "--witness-key");

    /// Not a call that we understand.
    static final class Unreadable extends RuntimeException {
        Unreadable() {
            super("usage");
        }
    }

    static WitnessWords of(String... arguments) {
        if (arguments.length % 2 == 0) {
            throw new Unreadable();
        }
        var options = new LinkedHashMap<String, String>();
        for (var i = 1; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i])) {
                throw new Unreadable();
            }
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new WitnessWords(arguments[0], Map.copyOf(options));
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    String get(String name) {
        var value = options.get(name);
        if (value == null || value.isBlank()) {
            throw new Unreadable();
        }
        return value;
    }

    Path data() {
        return Path.of(get("data"));
    }

    Path config() {
        return has("config") ? Path.of(get("config")) : data().resolve(WitnessSettings.FILE);
    }
}
