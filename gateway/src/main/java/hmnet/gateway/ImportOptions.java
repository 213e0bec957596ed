package hmnet.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `hmnet import` was called with (取込の指定).
record ImportOptions(Map<String, String> values) {
    static final String HELP = """
            usage: hmnet import ssmix2 DIR --url URL --credentials FILE --facility CODE
              DIR            an SS-MIX2 standard storage (its root or any folder below)
              --url          the centre's mutual-TLS address; without it the one in the credentials
              --credentials  credentials.json with the facility's certificate and key
              --facility     the facility's ten digits
              --rate         files a second at most (default: as fast as it goes)
              --backlog      waits while the centre has more than so many of this facility still to file
              --state        a file in which the load notes how far it is: run again, it goes on there
              --report       a table of what was taken by month and kind, for both sides to sign
            exit: 0 all taken, 1 some refused, 2 cut off (run it again: nothing is doubled), 64 wrong usage
            """;
    private static final Set<String> OPTIONS =
            Set.of("--url", "--credentials", "--facility", "--rate", "--backlog", "--state", "--report");

    /// Null where the words make no sense.
    static @Nullable ImportOptions of(String... args) {
        if (args.length < 2 || args.length % 2 != 0 || !args[0].equals("ssmix2")) {
            return null;
        }
        var values = new HashMap<String, String>();
        for (var i = 2; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i])) {
                return null;
            }
            values.put(args[i], args[i + 1]);
        }
        return values.containsKey("--credentials") && values.containsKey("--facility")
                ? new ImportOptions(values)
                : null;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String given(String name) {
        return find(name).orElseThrow();
    }

    int number(String name) {
        return Integer.parseInt(values.getOrDefault(name, "0"));
    }
}
