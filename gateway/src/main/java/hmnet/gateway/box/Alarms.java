package hmnet.gateway.box;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// What is wrong just now (警報). Said on the log when it begins and when it is over, shown by `gateway
/// status`, told to the centre.
final class Alarms {
    private final Map<String, String> raised = new ConcurrentSkipListMap<>();
    private final PrintStream log;

    Alarms(PrintStream log) {
        this.log = log;
    }

    /// @param what a kebab-case word, and after a space where
    void raise(String what, String why) {
        if (raised.put(what, why) == null) {
            log.println("ALARM " + what + ": " + why);
        }
    }

    void over(String what) {
        if (raised.remove(what) != null) {
            log.println("over " + what);
        }
    }

    void say(String line) {
        log.println(line);
    }

    /// The words alone: what stands behind them may name files, and files name patients.
    List<String> words() {
        return raised.keySet().stream()
                .map(alarm -> alarm.split(" ", 2)[0])
                .distinct()
                .toList();
    }

    /// Each as `word: why`.
    List<String> lines() {
        return raised.entrySet().stream()
                .map(alarm -> alarm.getKey() + ": " + alarm.getValue())
                .toList();
    }
}
