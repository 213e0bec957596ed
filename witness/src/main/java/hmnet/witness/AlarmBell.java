package hmnet.witness;

import hmnet.witness.log.LogFault;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Tells people (警報): a line on the screen and in our log, and the program that the settings name; when an alarm
/// begins, and again while it lasts.
final class AlarmBell {
    private static final Duration AGAIN = Duration.ofHours(6);
    private static final int SECONDS_FOR_THE_PROGRAM = 30;

    private final WitnessFolder folder;
    private final String command;
    private final PrintStream err;
    private final Map<LogFault, Instant> rung = new EnumMap<>(LogFault.class);

    AlarmBell(WitnessFolder folder, String command, PrintStream err) {
        this.folder = folder;
        this.command = command;
        this.err = err;
    }

    void ring(WitnessStatus status) throws IOException {
        for (var over : List.copyOf(rung.keySet())) {
            if (!status.alarms().containsKey(over)) {
                rung.remove(over);
                folder.log(status.at(), "alarm over: " + over.word());
            }
        }
        for (var alarm : status.alarms().entrySet()) {
            var last = rung.get(alarm.getKey());
            if (last == null || Duration.between(last, status.at()).compareTo(AGAIN) > 0) {
                rung.put(alarm.getKey(), status.at());
                tell(alarm.getKey(), alarm.getValue(), status.at());
            }
        }
    }

    private void tell(LogFault fault, String words, Instant at) throws IOException {
        err.println("ALARM " + fault.word() + ": " + words);
        err.flush();
        folder.log(at, "ALARM " + fault.word() + ": " + words);
        if (!command.isEmpty()) {
            call(fault, words, at);
        }
    }

    private void call(LogFault fault, String words, Instant at) throws IOException {
        try {
            var program = new ProcessBuilder(List.of(command.split("\\s+")));
            program.environment().put("HMNET_ALARM", fault.word());
            program.environment().put("HMNET_ALARM_TEXT", words);
            program.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            var started = program.start();
            started.getOutputStream().close();
            if (!started.waitFor(SECONDS_FOR_THE_PROGRAM, TimeUnit.SECONDS)) {
                started.destroyForcibly();
                folder.log(at, "alarm-command was ended after " + SECONDS_FOR_THE_PROGRAM + " seconds");
            }
        } catch (IOException e) {
            folder.log(at, "alarm-command cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
