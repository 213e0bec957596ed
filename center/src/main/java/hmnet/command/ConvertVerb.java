package hmnet.command;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Conversion;
import hmnet.formats.check.ConversionTable;
import hmnet.formats.check.FileWalk;
import hmnet.formats.file.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// `convert`: a file in another format. What the other format cannot say is told on stderr; where it is about
/// how a drug is taken, the exit code is 1.
final class ConvertVerb {
    private static final String USAGE = "convert FILE --to "
            + Conversion.targets().stream().map(Format::code).collect(Collectors.joining("|"))
            + " [--out F] [--layout FILE]\n       hmnet convert --table PATH…";
    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;

    private ConvertVerb() {}

    static void run(String[] arguments) throws IOException {
        if (arguments.length > 1 && arguments[0].equals("--table")) {
            table(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length < 3 || arguments[0].startsWith("--")) {
            usage("a file and --to are needed");
        }
        var file = Path.of(arguments[0]);
        var options = options(Arrays.copyOfRange(arguments, 1, arguments.length));
        var to = Conversion.target(options.get("to", ""));
        if (to.isEmpty()) {
            usage("nothing is written as '" + options.get("to", "") + "'");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            usage(file + " cannot be read");
        }
        try {
            var name = FileWalk.name(file.toAbsolutePath());
            var bytes = Files.readAllBytes(file);
            var made = options.has("layout")
                    ? Conversion.of(name, bytes, to.orElseThrow(), CheckVerb.layout(Path.of(options.get("layout", ""))))
                    : Conversion.of(name, bytes, to.orElseThrow());
            made.notes()
                    .forEach(note ->
                            System.err.println("convert: " + note.code() + " " + note.field() + " " + note.text()));
            if (options.has("out")) {
                Files.write(Path.of(options.get("out", "")), made.bytes());
            } else {
                System.out.writeBytes(made.bytes());
                System.out.flush();
            }
            if (Conversion.isDoubtful(made)) {
                System.exit(REFUSED);
            }
        } catch (Unreadable bad) {
            System.err.println("hmnet: " + bad.getMessage());
            System.exit(REFUSED);
        }
    }

    /// What of the files under some paths can be written as what, for a document.
    private static void table(String[] paths) throws IOException {
        for (var path : paths) {
            if (!Files.isReadable(Path.of(path))) {
                usage(path + " cannot be read");
            }
        }
        System.out.println(
                ConversionTable.of(Arrays.stream(paths).map(Path::of).toList()).text());
    }

    private static Options options(String[] arguments) {
        try {
            return new Options(arguments, USAGE, "to", "out", "layout");
        } catch (Usage e) {
            usage("an option that is none");
            throw e;
        }
    }

    private static void usage(String why) {
        System.err.println("hmnet: " + why + System.lineSeparator() + "usage: hmnet " + USAGE);
        System.exit(UNREADABLE);
    }
}
