package hmnet.witness;

import hmnet.witness.log.LogFault;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// How the watch stands (立会いの状態), kept in the file `status` as `name=value` lines.
///
/// @param size of the last head that was signed
/// @param signed when the last head was signed, which is when the log last grew
/// @param heard when the centre last answered
/// @param recounted when every leaf was last counted
/// @param answer what the centre said to our countersignature, or why it could not be asked
/// @param standing why nothing is signed until a human has looked
record WitnessStatus(
        Instant at,
        long size,
        String root,
        Optional<Instant> signed,
        Instant heard,
        Optional<Instant> recounted,
        String answer,
        Optional<String> standing,
        Map<LogFault, String> alarms) {
    boolean sound() {
        return alarms.isEmpty() && standing.isEmpty();
    }

    String state() {
        return standing.isPresent() ? "standing-still" : alarms.isEmpty() ? "ok" : "alarm";
    }

    /// For a person at the screen.
    String line() {
        return "witness: state=" + state() + " size=" + size + " root=" + root + " answer=" + answer.replace('\n', ' ');
    }

    String text() {
        var lines = new StringBuilder()
                .append("state=" + state() + "\n")
                .append("at=" + at + "\n")
                .append("size=" + size + "\n")
                .append("root=" + root + "\n")
                .append("signed=" + signed.map(Instant::toString).orElse("-") + "\n")
                .append("heard=" + heard + "\n")
                .append("recounted=" + recounted.map(Instant::toString).orElse("-") + "\n")
                .append("answer=" + oneLine(answer) + "\n");
        standing.ifPresent(words -> lines.append("standing-still=" + oneLine(words) + "\n"));
        new TreeMap<>(alarms)
                .forEach((fault, words) -> lines.append("alarm." + fault.word() + "=" + oneLine(words) + "\n"));
        return lines.toString();
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\R", " ").replace("\\", "/");
    }

    /// A time as the file of an earlier process has it: `heard`, `recounted`.
    static Optional<Instant> time(String name, Optional<String> text) throws IOException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var kept = new Properties();
        kept.load(new StringReader(text.get()));
        try {
            return Optional.of(Instant.parse(kept.getProperty(name, "")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
