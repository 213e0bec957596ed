package hmnet.command;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.FileAgreements;
import hmnet.formats.check.FileJudge;
import hmnet.formats.check.FileWalk;
import hmnet.formats.check.Outcome;
import hmnet.formats.check.ProfileJudge;
import hmnet.formats.labcsv.LabLayout;
import hmnet.formats.model.terms.CodeTable;
import hmnet.formats.model.terms.Terms;
import hmnet.formats.model.terms.TermsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// `check`: what files are, whether they can be taken in, and what is wrong with them. Needs no centre.
final class CheckVerb {
    private static final String USAGE =
            "check PATH… [--json | --table | --account] [--layout FILE]… [--terms DIR] [--profile DIR]";
    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;
    private static final int EVERY = 1000;

    private CheckVerb() {}

    static void run(String[] arguments) {
        var paths = new ArrayList<Path>();
        var layouts = new ArrayList<LabLayout>();
        var shown = "";
        var terms = Terms.NONE;
        FileJudge judge = FileJudge.NONE;
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            if (argument.equals("--layout") && i + 1 < arguments.length) {
                layouts.add(layout(Path.of(arguments[++i])));
            } else if (argument.equals("--terms") && i + 1 < arguments.length) {
                terms = terms(Path.of(arguments[++i]));
            } else if (argument.equals("--profile") && i + 1 < arguments.length) {
                judge = judge(Path.of(arguments[++i]));
            } else if (argument.equals("--json") || argument.equals("--table") || argument.equals("--account")) {
                shown = argument;
            } else if (argument.startsWith("--")) {
                usage("no option " + argument);
            } else {
                paths.add(Path.of(argument));
            }
        }
        if (paths.isEmpty()) {
            usage("no path");
        }
        for (var path : paths) {
            if (!Files.isReadable(path)) {
                usage(path + " cannot be read");
            }
        }
        try {
            var report = FileWalk.of(paths, new FileAgreements(layouts, terms).judgedBy(judge), CheckVerb::progress);
            System.out.println(
                    switch (shown) {
                        case "--json" -> report.json();
                        case "--table" -> report.table(paths.getFirst().getNameCount() + 1);
                        case "--account" -> report.account();
                        // From outside: an option typed at a shell.
                        default -> report.words();
                    });
            System.exit(report.count(Outcome.REFUSED) + report.contrary() > 0 ? REFUSED : 0);
        } catch (IOException e) {
            usage(String.valueOf(e));
        }
    }

    /// A laboratory's layout from its file.
    static LabLayout layout(Path file) {
        try {
            return LabLayout.read(Files.readAllBytes(file));
        } catch (Unreadable | IOException e) {
            usage(file + " is no layout: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    /// Whoever judges by the packages of a folder; where the validator is, `./hmnet` says.
    private static FileJudge judge(Path folder) {
        var classPath = System.getenv("HMNET_PROFILES_JUDGE");
        if (!Files.isDirectory(folder)) {
            usage(folder + " is no folder");
        }
        if (classPath == null || classPath.isBlank()) {
            usage("HMNET_PROFILES_JUDGE does not say where the validator is");
            throw new IllegalStateException();
        }
        return ProfileJudge.of(classPath, folder);
    }

    /// The code tables of a folder; one that cannot be read ends the check, since its figures would be others.
    private static Terms terms(Path folder) {
        try {
            var read = TermsFolder.read(folder);
            read.refused()
                    .forEach(refused -> System.err.println("check: " + refused.file() + ": "
                            + refused.note().code() + " " + refused.note().text()));
            read.terms().tables().forEach(CheckVerb::loaded);
            if (!read.refused().isEmpty()) {
                usage("not every table of " + folder + " can be read");
            }
            return read.terms();
        } catch (IOException e) {
            usage(folder + " cannot be read");
            return Terms.NONE;
        }
    }

    private static void loaded(CodeTable table) {
        System.err.println(
                "check: " + table.edition().file() + ": " + table.edition().label() + ", " + table.rows() + " rows");
        table.notes()
                .forEach(note -> System.err.println("check: " + table.edition().file() + " line " + note.line() + ": "
                        + note.code() + " " + note.text()));
    }

    private static void progress(int seen) {
        if (seen % EVERY == 0) {
            System.err.println("check: " + seen + " files");
        }
    }

    private static void usage(String why) {
        System.err.println("hmnet: " + why + System.lineSeparator() + "usage: hmnet " + USAGE);
        System.exit(UNREADABLE);
    }
}
