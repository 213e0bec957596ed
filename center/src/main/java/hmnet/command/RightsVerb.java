package hmnet.command;

import hmnet.command.CentrePages.PageAnswer;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// `rights`: ends and gives rights from a shell, through the pages of a centre at work (権利の手続き). Who acts signs in with
/// both factors; who may, the second person, the audit and the effect are those of the pages.
final class RightsVerb {
    static final String USAGE =
            "rights ACT --as LOGIN [--centre URL] [--plan] [--language ja|en], password and code on "
                    + "two lines of the input; ACT is\n       " + RightsSteps.ACTS;
    private static final Set<String> OF_TWO_WORDS = Set.of("show", "agree", "refuse");
    private static final String[] KNOWN = {
        "as",
        "centre",
        "language",
        "login",
        "facility",
        "why",
        "last",
        "profession",
        "desk",
        "checked",
        "new-login",
        "fingerprint",
        "day",
        "records",
        "from",
        "kinds",
        "shown",
        "professions",
        "department",
        "delay"
    };
    private static final Pattern COUNTING = Pattern.compile("data-counting=\"([^\"]+)\" data-percent=\"(\\d+)\"");
    private static final long LOOK_MILLIS = 1_000;

    private final CentrePages pages;
    private final PrintStream out;

    private RightsVerb(CentrePages pages, PrintStream out) {
        this.pages = pages;
        this.out = out;
    }

    static void run(String[] arguments) {
        run(arguments, SignInFactors::atShell, System.out);
    }

    static void run(String[] arguments, Function<String, SignInFactors> asked, PrintStream out) {
        var words = arguments.length > 1 && OF_TWO_WORDS.contains(arguments[0]) ? 2 : 1;
        if (arguments.length < words) {
            throw new Usage(USAGE);
        }
        var act = String.join(" ", Arrays.copyOfRange(arguments, 0, words));
        var plan = List.of(arguments).contains("--plan");
        var rest = Arrays.stream(arguments)
                .skip(words)
                .filter(word -> !word.equals("--plan"))
                .toArray(String[]::new);
        var options = new Options(rest, USAGE, KNOWN);
        if (!options.has("as")) {
            throw new Usage("rights: --as names the person who acts; " + USAGE);
        }
        RightsSteps.check(act, options);
        var centre = options.get("centre", System.getenv().getOrDefault("HMNET_URL", "http://localhost:8080"));
        try (var pages = new CentrePages(centre, options.get("language", "ja"))) {
            var factors = asked.apply(options.get("as", ""));
            pages.signIn(options.get("as", ""), factors.password(), factors.code());
            new RightsVerb(pages, out).carryOut(new RightsSteps(pages, options).of(act), plan);
        }
    }

    private void carryOut(RightsStep step, boolean plan) {
        var path = step.path();
        if (path == null || plan && step.look() == null) {
            out.println(shown(pages.get(step.shown())).words().main());
            if (path != null) {
                out.println("rights: nothing was done; it would send " + step.form() + " to " + path);
            }
            return;
        }
        if (step.look() != null) {
            var look = counted(shown(pages.post(step.look(), step.form())));
            out.println(look.words().main());
        }
        if (plan) {
            out.println("rights: nothing was done");
            return;
        }
        var began = System.nanoTime();
        var done = pages.post(path, step.form());
        var seconds = (System.nanoTime() - began) / 1e9;
        var page = shown(done);
        if (done.place().contains("problem=")) {
            throw new RefusedAct(RefusedAct.REFUSED, page.words().answer());
        }
        out.println(
                done.place().isEmpty() ? page.words().main() : page.words().answer()); // a slip is the answer itself
        out.printf(Locale.ROOT, "rights: done in %.2f s%n", seconds);
    }

    /// A trial over many charts goes on at the centre: waits for its end.
    private PageAnswer counted(PageAnswer look) {
        var page = look;
        for (var left = COUNTING.matcher(page.body()); left.find(); left = COUNTING.matcher(page.body())) {
            System.err.println("rights: " + left.group(2) + " % counted");
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return page;
            }
            page = shown(pages.get(left.group(1)));
        }
        return page;
    }

    /// The page itself, or the one it sends to; a refusal is thrown in its own words.
    private PageAnswer shown(PageAnswer answer) {
        var page = answer;
        if (!answer.place().isEmpty()) {
            if (answer.sendsTo("/signin") || answer.sendsTo("/unlock")) {
                throw new RefusedAct(RefusedAct.REFUSED, "the sign-in is over: call again");
            }
            page = pages.get(answer.place());
        }
        if (page.status() == 404) {
            throw new RefusedAct(RefusedAct.REFUSED, "there is no such thing, or it is not for you to act on");
        }
        if (page.status() != 200) {
            throw new RefusedAct(RefusedAct.REFUSED, page.words().answer());
        }
        return page;
    }
}
