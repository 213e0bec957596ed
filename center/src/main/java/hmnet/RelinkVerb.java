package hmnet;

import hmnet.identity.LinkageCheck;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `relink --check`: replays the events that link patients and persons, and compares with the links that hold.
final class RelinkVerb {
    private static final String VERB = "relink --check";

    private RelinkVerb() {}

    static void run(String[] arguments) throws IOException {
        if (arguments.length == 0 || !arguments[0].equals("--check")) {
            throw new Usage(VERB + Reached.USAGE);
        }
        try (var reached = Reached.by(VERB, Arrays.copyOfRange(arguments, 1, arguments.length))) {
            var found = new LinkageCheck(new DriverManagerDataSource(reached.url(), reached.user(), reached.password()))
                    .run();
            System.out.println(found);
            if (!found.sound()) {
                throw new IllegalStateException("the links are not what their events add up to");
            }
        }
    }
}
