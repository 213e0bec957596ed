package hmnet.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;

/// `hmnet import` (一括取込): sends a whole storage tree by hand.
final class Import {
    static final int DONE = 0;
    static final int SOME_REFUSED = 1;
    static final int CUT_OFF = 2;
    static final int USAGE = 64;

    private final PrintStream out;
    private final PrintStream err;

    Import(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Import(System.out, System.err).run(args));
    }

    int run(String... args) {
        var options = ImportOptions.of(args);
        if (options == null) {
            err.print(ImportOptions.HELP);
            return USAGE;
        }
        try {
            return send(Path.of(args[1]), options);
        } catch (IOException | IllegalArgumentException e) {
            err.println("import: " + e.getMessage());
            return USAGE;
        }
    }

    private int send(Path folder, ImportOptions options) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is not a folder");
        }
        var credentials = Credentials.read(Path.of(options.given("--credentials")));
        var facility = options.given("--facility");
        var tls = credentials.of(facility);
        if (tls.isEmpty()) {
            throw new IOException("no certificate for facility " + facility + " in the credentials");
        }
        var url = options.find("--url").map(URI::create).orElse(credentials.mtls());
        var progress = new Progress(err, "import", Folder.count(folder));
        var refusals = new Refusals(err);
        try (var fileSender = new FileSender(url, tls.get())) {
            var state = LoadState.at(options.find("--state").map(Path::of).orElse(null));
            var walk = new Folder(folder, Limits.messageMaxBytes(), state::wants, refusals::passedOver);
            var files = new Pace(
                    walk,
                    options.number("--rate"),
                    options.number("--backlog"),
                    () -> fileSender.counts().waiting());
            var sent = all(fileSender, files, state, answer -> {
                progress.one();
                refusals.hear(answer);
            });
            if (options.find("--report").isPresent() && sent instanceof SendResult.Complete) {
                LoadReport.write(
                        Path.of(options.given("--report")),
                        facility,
                        folder,
                        state,
                        fileSender.counts(),
                        fileSender.doubles());
            }
            return told(sent, refusals, progress.seconds());
        }
    }

    /// Request after request; the state knows of one when all of it is answered.
    private static SendResult all(
            FileSender fileSender, Iterator<StorageFile> files, LoadState state, Consumer<Answer> each)
            throws IOException {
        var tally = Tally.NONE;
        try {
            while (files.hasNext()) {
                var chunk = new Chunk(files, Limits.USUAL.files());
                var answers = new ArrayList<Answer>();
                var sent = fileSender.send(chunk, answer -> {
                    answers.add(answer);
                    each.accept(answer);
                });
                tally = tally.plus(sent.tally());
                switch (sent) {
                    case SendResult.Complete whole -> state.reached(chunk.last(), answers);
                    case SendResult.CutOff cut -> {
                        return new SendResult.CutOff(tally, cut.why());
                    }
                    case SendResult.TurnedAway away -> {
                        return new SendResult.TurnedAway(tally, away.status(), away.why());
                    }
                }
            }
        } catch (UncheckedIOException e) {
            return new SendResult.CutOff(tally, String.valueOf(e.getMessage()));
        }
        return new SendResult.Complete(tally);
    }

    private int told(SendResult sent, Refusals refusals, double seconds) {
        var tally = sent.tally();
        var code = switch (sent) {
            case SendResult.Complete complete -> refusals.count() == 0 ? DONE : SOME_REFUSED;
            case SendResult.CutOff cut -> {
                err.println("import: cut off: " + cut.why() + "; run it again, nothing is doubled");
                yield CUT_OFF;
            }
            case SendResult.TurnedAway away -> {
                err.println("import: the centre refuses this sender: " + away.why());
                yield SOME_REFUSED;
            }
        };
        out.printf(
                Locale.ROOT,
                "imported: files=%d kept=%d duplicate=%d refused=%d seconds=%.1f%n",
                tally.files() + refusals.unsent(),
                tally.kept(),
                tally.duplicate(),
                refusals.count(),
                seconds);
        return code;
    }
}
