package hmnet.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import hmnet.record.sheets.SheetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// `form check`: what is wrong with sheets, line by line, and what of them is not done here. Needs no centre.
final class FormVerb {
    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;

    private FormVerb() {}

    static void run(String[] arguments) {
        if (arguments.length < 2 || !arguments[0].equals("check") || arguments[1].startsWith("--")) {
            throw new Usage("form check FILE…");
        }
        quiet();
        var refused = false;
        for (var n = 1; n < arguments.length; n++) {
            var file = Path.of(arguments[n]);
            try (var in = Files.newInputStream(file)) {
                var read = SheetReader.read(in.readNBytes(SheetReader.BYTES + 1));
                System.out.println(file + ": "
                        + read.sheet()
                                .map(sheet ->
                                        sheet.canonical() + " " + sheet.all().count() + " items")
                                .orElse("refused"));
                read.findings()
                        .forEach(finding -> System.out.println(
                                "  " + (finding.isRefusal() ? "refused " : "not done ") + finding.words()));
                refused |= read.isRefused();
            } catch (IOException e) {
                System.err.println("hmnet: " + file + " cannot be read");
                System.exit(UNREADABLE);
            }
        }
        System.exit(refused ? REFUSED : 0);
    }

    /// Without a centre nothing sets the log, and the library would write its version between the findings.
    private static void quiet() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.OFF);
        }
    }
}
