package hmnet.command;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Staff;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.KeySettings;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.Secrets;
import hmnet.ground.routes.Right;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.vault.Erasure;
import hmnet.record.vault.ErasurePlan;
import hmnet.record.vault.ErasureRequests;
import hmnet.record.vault.ErasureTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// `keys`: says where the centre's keys lie (`status`), changes the master key (`rotate`), or destroys keys of the
/// ring, so that what they opened is erased in backups too (`erase`, which takes two people). All beside a centre at
/// work.
final class KeysVerb {
    private static final String VERB = "keys status | rotate [--command NEXT] | erase --facility CODE "
            + "[--chart NUMBER] [--by LOGIN --why WORDS] [--yes CODE], each with";

    private static final int WHY_MAX = 200;

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
                rest, VERB + CentreDatabase.USAGE, "data", "url", "command", "facility", "chart", "by", "why", "yes");
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

    /// Files the request, or carries out one that another officer has agreed to.
    private void erase(Options options) throws IOException {
        var code = options.get("facility", "");
        var facility = facility(code);
        stopForTheOffice(facility);
        var target = target(facility, options);
        var part = options.has("chart") ? "chart=" + options.get("chart", "") : "everything that it sent";
        var erasure = new Erasure(db, transaction, keys, ring);
        if (erasure.unfinished() > 0) {
            System.out.println("keys: an erasure had been cut off and is finished now; destroyed=" + erasure.finish());
        }
        var requests = ErasureRequests.beside(db, keys);
        var plan = erasure.plan(target);
        tell(code, part, plan);
        var agreed = requests.confirmed(target, plan);
        if (agreed.isEmpty() && requests.confirmed(target).isPresent()) {
            System.out.println("erase: two officers agreed while other charts would have gone: ask for it anew");
        }
        if (agreed.isEmpty()) {
            file(code, target, plan, requests, options);
            return;
        }
        if (!agreed(code, options)) {
            throw new Usage("keys erase: nothing was erased, since the facility's code was not typed again");
        }
        var detail = Map.of(
                "facility",
                code,
                "chart",
                options.get("chart", "all"),
                "approval",
                Long.toString(agreed.get().id()));
        var gone = erasure.erase(
                target,
                () -> write(
                        Action.KEYS_ERASED, "erased", detail, target.facility().value()));
        System.out.println("keys: destroyed=" + gone + "; ring opens under " + ring.key());
    }

    private static void tell(String code, String part, ErasurePlan plan) {
        System.out.printf(
                "erase: facility=%s %s keys=%d charts=%d records=%d others=%d others-unfiled=%d%n",
                code, part, plan.keys(), plan.charts(), plan.records(), plan.others(), plan.othersUnfiled());
        if (part.startsWith("chart=") && plan.charts() > 1) {
            System.out.println(
                    "erase: these charts go together: the number was given to several people, or older records"
                            + " stand under one key with those of others");
        }
        if (plan.others() > 0) {
            System.out.println("erase: " + plan.others() + " originals go too that are not known to be of this chart, "
                    + plan.othersUnfiled() + " of which nobody has filed yet");
        }
        if (plan.recordsLeft() + plan.originalsLeft() > 0) {
            System.out.printf(
                    "erase: %d records and %d originals of this chart stay readable, since they stand under the key that all"
                            + " older files without a chart number have: './hmnet refile' frees records of it, and"
                            + " originals go with the whole facility alone%n",
                    plan.recordsLeft(), plan.originalsLeft());
        }
    }

    /// A login typed at a shell proves nobody; that another officer signs in and agrees does.
    private void file(String code, ErasureTarget target, ErasurePlan plan, ErasureRequests requests, Options options) {
        var waiting = requests.waiting(target);
        if (waiting.isPresent()) {
            System.out.println("keys: nothing was erased; asked for at "
                    + waiting.get().approval().at() + ", another officer has to agree at /erasures");
            return;
        }
        var why = options.get("why", "").strip();
        if (!options.has("by") || why.isEmpty() || why.length() > WHY_MAX) {
            throw new Usage("keys erase: nothing was erased. Nobody has agreed to it yet: ask for it with --by LOGIN"
                    + " --why WORDS (up to " + WHY_MAX + " characters), and another officer answers at /erasures");
        }
        var login = options.get("by", "");
        var by = Staff.beside(db)
                .byLogin(login)
                .filter(one -> one.may(Right.OPERATE))
                .orElseThrow(() -> new Usage("keys erase: " + login + " is no officer of the network"));
        transaction.executeWithoutResult(status -> {
            if (requests.ask(target, plan, why, by.actor())) {
                write(
                        Action.KEY_ERASURE_ASKED,
                        "proposed",
                        Map.of("facility", code, "chart", options.get("chart", "all"), "by", login),
                        target.facility().value());
            }
        });
        System.out.println("keys: nothing was erased; asked for, another officer has to agree at /erasures");
    }

    private FacilityId facility(String code) {
        return db.sql("select id from facility where code = ?")
                .param(code)
                .query((row, number) -> new FacilityId(row.getLong("id")))
                .optional()
                .orElseThrow(() -> new Usage("keys erase: no facility has the code " + code));
    }

    /// The office's own keys seal papers of consents of the whole region (同意書の画像); they never go with a facility.
    private void stopForTheOffice(FacilityId facility) {
        if (db.sql("select kind = 'office' from facility where id = ?")
                .param(facility.value())
                .query(Boolean.class)
                .single()) {
            throw new Usage("keys erase: this is the office's own facility, whose keys seal the papers of consents");
        }
    }

    private ErasureTarget target(FacilityId facility, Options options) {
        if (!options.has("chart")) {
            return ErasureTarget.all(facility);
        }
        var number = options.get("chart", "");
        var numbers = new SealedNumbers(keys);
        var known = db.sql("select exists (select from patient where facility = ? and domain = '' and number = ?)")
                .params(facility.value(), numbers.of(facility, number))
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new Usage("keys erase: the facility has no chart " + number + ". Nothing was erased");
        }
        return ErasureTarget.chart(facility, number, numbers);
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
