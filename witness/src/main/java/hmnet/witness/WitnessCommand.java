package hmnet.witness;

import hmnet.witness.WitnessFolder.BusyWitness;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Cosigner;
import hmnet.witness.log.DurableFile;
import hmnet.witness.log.LogGlance;
import hmnet.witness.log.LogGlance.GlanceResult;
import hmnet.witness.log.PublicRecount;
import hmnet.witness.log.SignedReceipt;
import hmnet.witness.log.SignedReceipt.ReceiptVerdict;
import hmnet.witness.log.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// `hmnet witness` (立会人のコマンド): sets a witness up, lets it watch, tells how it stands.
public final class WitnessCommand {
    static final int DONE = 0;
    static final int ALARM = 1;
    static final int UNREADABLE = 2;
    static final int USAGE = 64;
    static final int BUSY = 69;
    static final int UNSAFE = 78;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofHours(1);
    private static final String HELP = """
            usage: hmnet witness init --name NAME --url U --data DIR [--log-key K]
                   hmnet witness run|once|check|status|key --data DIR [--config FILE]
                   hmnet witness resume --data DIR --why TEXT [--from-now yes]
                   hmnet witness receipt --file F --log-key K [--witness-key K]
              init    makes the key and the settings; prints the key that the centre is given   準備
              run     watches and countersigns until it is stopped                              常駐
              once    one look, for a timer                                                     1回だけ
              check   counts every leaf of the public log; signs nothing                        全件の検算
              status  how it stands                                                             状態
              key     the verifier key for HMNET_AUDIT_WITNESSES                                検証鍵
              receipt checks a resident's receipt, without a network                            受領証の検証
              resume  signs again after a human has looked; with --from-now yes what the log
                      shows now counts as its beginning (a restore that was announced)          再開
            exit: 0 sound, 1 alarm, 2 the log cannot be read, 64 usage, 69 in use, 78 setting
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    /// @param clock this machine's, or one that a test sets
    public WitnessCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        System.exit(new WitnessCommand(System.out, System.err, Clock.systemUTC()).run(arguments));
    }

    /// The exit code of a call.
    public int run(String... arguments) {
        try {
            var words = WitnessWords.of(arguments);
            return switch (words.verb()) {
                case "init" -> init(words);
                case "run" -> watch(words, false);
                case "once" -> watch(words, true);
                case "check" -> check(words);
                case "status" -> status(words);
                case "key" -> key(words);
                case "resume" -> resume(words);
                case "receipt" -> receipt(words);
                default -> throw new WitnessWords.Unreadable();
            };
        } catch (WitnessWords.Unreadable e) {
            err.print(HELP);
            return USAGE;
        } catch (BadWitnessSetting e) {
            err.println("witness: " + e.getMessage());
            return UNSAFE;
        } catch (BusyWitness e) {
            err.println("witness: " + e.getMessage());
            return BUSY;
        } catch (IOException e) {
            err.println("witness: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private int init(WitnessWords words) throws IOException {
        var url = WitnessSettings.url(words.get("url"));
        var name = words.get("name");
        if (!name.matches("[^\\s+]{1,100}")) {
            throw new BadWitnessSetting("a name is one word without +, such as witness.association.example");
        }
        var logKey = logKey(words.has("log-key") ? words.get("log-key") : new CentreLog(url).key());
        try (var folder = new WitnessFolder(words.data())) {
            folder.lock();
            if (folder.hasKey()) {
                throw new BadWitnessSetting(words.data() + " already holds a witness");
            }
            var config = words.config();
            if (!Files.exists(config)) {
                DurableFile.write(config, WitnessSettings.text(url, logKey));
            }
            folder.keep(Cosigner.make(name));
            out.println("log-key: " + logKey);
            out.println("witness-key: " + folder.key().verifier().text());
            err.println("センターの画面「監査証跡の立会い」に出る検証鍵と log-key を、電話などで読み合わせてください。"
                    + " witness-key はセンターの HMNET_AUDIT_WITNESSES に加えてもらいます。");
            err.println("Compare log-key with the centre's own page by telephone; have witness-key added to"
                    + " HMNET_AUDIT_WITNESSES there.");
        }
        return DONE;
    }

    private static String logKey(String told) {
        try {
            return told.equals(WitnessSettings.FIRST_USE)
                    ? told
                    : VerifierKey.ofLog(told).text();
        } catch (IllegalArgumentException e) {
            throw new BadWitnessSetting("the key of the log: " + e.getMessage());
        }
    }

    private static WitnessSettings settings(WitnessWords words, WitnessFolder folder) throws IOException {
        return WitnessSettings.read(words.config(), words.has("url") ? words.get("url") : null, folder);
    }

    private int watch(WitnessWords words, boolean once) throws IOException {
        try (var folder = new WitnessFolder(words.data())) {
            folder.lock();
            var settings = settings(words, folder);
            var round = new WitnessRound(settings, folder, new CentreLog(settings.url()), clock, BETWEEN_LOOKS);
            var bell = new AlarmBell(folder, settings.alarmCommand(), err);
            if (!once) {
                say(folder, "witness: started " + folder.key().verifier().name() + " url=" + settings.url());
            }
            var said = Instant.MIN;
            while (true) {
                var status = round.run();
                folder.status(status.text());
                bell.ring(status);
                if (once) {
                    out.println(status.line());
                    return status.sound() ? DONE : ALARM;
                }
                // Before the first answer there is nothing to tell.
                if (status.signed().isPresent() && said.isBefore(status.at().minus(BETWEEN_LINES))) {
                    said = status.at();
                    say(folder, status.line());
                }
                Thread.sleep(settings.every());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DONE;
        }
    }

    private void say(WitnessFolder folder, String line) throws IOException {
        out.println(line);
        out.flush();
        folder.log(clock.instant(), line);
    }

    private int check(WitnessWords words) throws IOException {
        try (var folder = new WitnessFolder(words.data())) {
            var settings = settings(words, folder);
            var log = new CentreLog(settings.url());
            var seen = folder.seen();
            return switch (new LogGlance(settings.logKey()).look(log, seen)) {
                case GlanceResult.Contradiction wrong -> {
                    out.println("witness: verdict=broken fault=" + wrong.fault().word() + "\n" + wrong.words());
                    yield ALARM;
                }
                case GlanceResult.Consistent same -> {
                    try {
                        new PublicRecount(log, same.checkpoint(), List.of(seen)).run();
                    } catch (BrokenLog broken) {
                        out.println("witness: verdict=broken leaf="
                                + broken.leaf().orElse(-1) + "\n" + broken.getMessage());
                        yield ALARM;
                    }
                    out.println(
                            "witness: verdict=intact size=" + same.checkpoint().size() + " root="
                                    + same.checkpoint().root() + " seen=" + seen.size());
                    yield DONE;
                }
            };
        }
    }

    private int status(WitnessWords words) throws IOException {
        try (var folder = new WitnessFolder(words.data())) {
            var text = folder.status();
            out.print(text.orElse("state=never-run\n"));
            return text.isPresent() && text.get().startsWith("state=ok\n") ? DONE : ALARM;
        }
    }

    private int key(WitnessWords words) throws IOException {
        try (var folder = new WitnessFolder(words.data())) {
            out.println(folder.key().verifier().text());
            return DONE;
        }
    }

    private int resume(WitnessWords words) throws IOException {
        var why = words.get("why");
        try (var folder = new WitnessFolder(words.data())) {
            folder.resume(why, words.has("from-now") && words.get("from-now").equals("yes"), clock.instant());
            out.println("witness: resumed");
            return DONE;
        }
    }

    private int receipt(WitnessWords words) throws IOException {
        var log = readKey(words.get("log-key"), VerifierKey::ofLog);
        var witnesses = words.has("witness-key")
                ? List.of(readKey(words.get("witness-key"), VerifierKey::ofWitness))
                : List.<VerifierKey>of();
        var file = Path.of(words.get("file"));
        if (Files.size(file) > SignedReceipt.CHARACTERS_MAX) {
            throw new IOException(file + " is too large for a receipt");
        }
        var check = SignedReceipt.check(Files.readString(file), log, witnesses);
        var verdict = check.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (check.verdict() != ReceiptVerdict.GENUINE) {
            out.println("receipt: verdict=" + verdict);
            return check.verdict() == ReceiptVerdict.UNREADABLE ? UNREADABLE : ALARM;
        }
        out.println("receipt: verdict=" + verdict + " index=" + check.index() + " size=" + check.size() + " witnesses="
                + check.witnesses().size());
        check.words().forEach(out::println);
        return DONE;
    }

    private static VerifierKey readKey(String text, Function<String, VerifierKey> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadWitnessSetting(String.valueOf(e.getMessage()));
        }
    }
}
