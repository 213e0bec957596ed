package hmnet.command;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingRequest;
import hmnet.record.inbox.RefilingRequests.RefilingScope;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `refile`: asks the centre at work to file originals of the inbox again under today's readers and rules, and waits
/// for it. Broken off and called again with the same words it goes on where it was.
final class RefileVerb {
    private static final String VERB = "refile [--plan] [--facility CODE] [--kind KIND] [--since YYYY-MM-DD]";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 500;

    private RefileVerb() {}

    static void run(String[] arguments) throws IOException, InterruptedException {
        var plan = Arrays.asList(arguments).contains("--plan");
        var rest =
                Arrays.stream(arguments).filter(word -> !word.equals("--plan")).toArray(String[]::new);
        var options = new Options(rest, VERB + CentreDatabase.USAGE, "data", "url", "facility", "kind", "since");
        var kind = kind(options);
        var since = since(options);
        try (var centreDatabase = CentreDatabase.by(VERB, options)) {
            var db = new JdbcTemplate(new DriverManagerDataSource(
                    centreDatabase.url(), centreDatabase.user(), centreDatabase.password()));
            var requests = new RefilingRequests(db);
            var id = requests.ask(
                    new RefilingScope(facility(db, options), kind, since, plan), System.getProperty("user.name", ""));
            if (centreDatabase.started() != null) {
                System.out.println("refile: waits; no centre is at work here, the next start takes it up");
                return;
            }
            say(requests, waited(requests, id));
        }
    }

    private static RefilingRequest waited(RefilingRequests requests, long id) throws InterruptedException {
        var moved = System.nanoTime();
        var state = requests.state(id);
        while (!state.finished()) {
            Thread.sleep(LOOK_MILLIS);
            var now = requests.state(id);
            if (now.done() != state.done()) {
                moved = System.nanoTime();
                System.err.println("refile: " + now.messages() + " originals read, " + (now.last() - now.done())
                        + " numbers of the inbox left");
            }
            if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "nothing moved for a minute. Is a centre at work? It goes on by itself; call again to watch it");
            }
            state = now;
        }
        return state;
    }

    private static void say(RefilingRequests requests, RefilingRequest state) {
        var left = requests.left(state.id());
        left.forEach(one -> System.err.println("refile: left inbox=" + one.inbox() + " facility=" + one.facility()
                + " why=" + one.why() + (one.detail().isEmpty() ? "" : " " + one.detail())));
        var tally = state.tally();
        System.out.printf(
                Locale.ROOT,
                "refile: %s originals=%d same=%d changed=%d added=%d gone=%d left=%d%n",
                state.scope().plan() ? "would change" : "done",
                state.messages(),
                tally.same(),
                tally.changed(),
                tally.added(),
                tally.gone(),
                left.size());
    }

    private static @Nullable FacilityId facility(JdbcTemplate db, Options options) {
        if (!options.has("facility")) {
            return null;
        }
        var code = options.get("facility", "");
        return db
                .query("select id from facility where code = ?", (row, n) -> new FacilityId(row.getLong("id")), code)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Usage(VERB + "; no facility has the code " + code));
    }

    private static @Nullable RecordKind kind(Options options) {
        if (!options.has("kind")) {
            return null;
        }
        try {
            return RecordKind.valueOf(
                    options.get("kind", "").toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Usage(VERB + "; KIND is one of " + Arrays.toString(RecordKind.values()));
        }
    }

    private static @Nullable OffsetDateTime since(Options options) {
        if (!options.has("since")) {
            return null;
        }
        try {
            return LocalDate.parse(options.get("since", "")).atStartOfDay(JAPAN).toOffsetDateTime();
        } catch (DateTimeParseException e) {
            throw new Usage(VERB + "; " + options.get("since", "") + " is no day");
        }
    }
}
