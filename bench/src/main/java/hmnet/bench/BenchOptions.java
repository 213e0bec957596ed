package hmnet.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a bench or a drill was called with (性能測定の指定).
record BenchOptions(Map<String, String> values) {
    static BenchOptions of(int from, String... arguments) {
        var values = new HashMap<String, String>();
        for (var i = from; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("cannot read: " + arguments[i]);
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        return new BenchOptions(values);
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    int number(String name, int otherwise) {
        var given = values.get(name);
        return given == null ? otherwise : Integer.parseInt(given);
    }

    Path beside() {
        var beside = values.get("--beside");
        if (beside == null) {
            throw new IllegalArgumentException("turns needs --beside, the folder of another checkout that was built");
        }
        return Path.of(beside);
    }
}
