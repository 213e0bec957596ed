package hmnet.command;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.KeySettings;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.Secrets;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Erasure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// `keys`: says where the centre's keys lie (`status`), changes the master key (`rotate`), or destroys keys of the
/// ring, so that what they opened is erased in backups too (`erase`). All beside a centre at work.
final class KeysVerb {
    private static final String VERB = "keys status | rotate [--command NEXT] | erase --facility CODE "
            + "[--bucket 0..255 | --chart NUMBER] [--yes CODE], each with";

    private final CentreDatabase centre;
    private final KeySettings settings;
    private final Keys keys;
    private final KeyRing ring;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    private KeysVerb(CentreDatabase centre) {
        this.centre = centre;
        this.settings = KeySettings.of(System.getenv());
        this.keys = Secrets.in(centre.data()).keys();
        this.ring = KeyRing.in(centre.data(), settings);
        var source = new DriverManagerDataSource(centre.url(), centre.user(), centre.password());
        this.db = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    static void run(String[] arguments) throws IOException {
        var task = arguments.length == 0 ? "" : arguments[0];
        var rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        var options = new Options(
                rest, VERB + CentreDatabase.USAGE, "data", "url", "command", "facility", "bucket", "chart", "yes");
        try (var centre = CentreDatabase.by(VERB, options)) {
            switch (task) {
                case "status" -> new KeysVerb(centre).status();
                case "rotate" -> new KeysVerb(centre).rotate(options);
                case "erase" -> new KeysVerb(centre).erase(options);
                // From outside: a word typed at a shell.
                default -> throw new Usage(VERB + CentreDatabase.USAGE);
            }
        }
    }

    private void status() {
        System.out.println("master: " + Secrets.master(centre.data(), settings));
        System.out.println(ring.exists() ? "ring: " + ring.path() + ", opens under " + ring.key() : "ring: none yet");
        System.out.println("erasures begun and not finished: " + new Erasure(db, transaction, keys, ring).unfinished());
    }

    /// Said before and after: what is not written down does not happen.
    private void rotate(Options options) {
        var next = options.has("command") ? settings.command(options.get("command", "")) : settings;
        trace("begun");
        Secrets.rotate(centre.data(), settings, next);
        trace("done");
        System.out.println("keys: rotated; master: " + Secrets.master(centre.data(), next));
    }

    private void erase(Options options) throws IOException {
        var code = options.get("facility", "");
        var facility = facility(code);
        var bucket = bucket(options);
        var erasure = new Erasure(db, transaction, keys, ring);
        var plan = erasure.plan(facility, bucket);
        System.out.printf(
                "erase: facility=%s %s keys=%d charts=%d records=%d%n",
                code,
                bucket.map(b -> "bucket=" + b + " (one of 256: every chart number that falls into it)")
                        .orElse("everything that it sent"),
                plan.keys(),
                plan.patients(),
                plan.records());
        if (!agreed(code, options)) {
            throw new Usage("keys erase: nothing was erased, since the facility's code was not typed again");
        }
        var detail = bucket.map(b -> Map.of("facility", code, "bucket", Short.toString(b)))
                .orElse(Map.of("facility", code, "bucket", "all"));
        var gone = erasure.erase(facility, bucket, () -> write(Action.KEYS_ERASED, "erased", detail, facility.value()));
        System.out.println("keys: destroyed=" + gone + "; ring opens under " + ring.key());
    }

    private FacilityId facility(String code) {
        return db.sql("select id from facility where code = ?")
                .param(code)
                .query((row, number) -> new FacilityId(row.getLong("id")))
                .optional()
                .orElseThrow(() -> new Usage("keys erase: no facility has the code " + code));
    }

    private static Optional<Short> bucket(Options options) {
        if (options.has("bucket") && options.has("chart")) {
            throw new Usage("keys erase: --bucket or --chart, not both");
        }
        if (options.has("chart")) {
            return Optional.of(DataKeys.bucket(options.get("chart", "")));
        }
        var word = options.get("bucket", "");
        if (!word.isEmpty() && !word.matches("\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]")) {
            throw new Usage("keys erase: a bucket is a number from 0 to 255, not " + word);
        }
        return word.isEmpty() ? Optional.empty() : Optional.of(Short.valueOf(word));
    }

    private static boolean agreed(String code, Options options) throws IOException {
        if (options.has("yes")) {
            return options.get("yes", "").equals(code);
        }
        System.out.println("This cannot be undone, also not from a backup. Type the facility's code to erase:");
        var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line != null && line.strip().equals(code);
    }

    private void trace(String outcome) {
        transaction.executeWithoutResult(status -> write(Action.KEY_ROTATED, outcome, Map.of(), 0));
    }

    private void write(Action action, String outcome, Map<String, String> detail, long facility) {
        Audit.beside(db, keys)
                .write(Trace.of(action, Actor.CENTRE, outcome)
                        .at(facility)
                        .with(detail)
                        .with("operator", System.getProperty("user.name")));
    }
}
