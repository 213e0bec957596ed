package hmnet.gateway.box;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// `hmnet gateway` (ゲートウェイのコマンド): runs the box, or tells how it is.
final class Gateway {
    static final int DONE = 0;
    static final int ALARM = 1;
    static final int NOT_RUNNING = 2;
    static final int USAGE = 64;
    static final int BUSY = 69;
    static final int UNSAFE = 78;

    private static final Duration STALE = Duration.ofMinutes(1);
    private static final String HELP = """
            usage: hmnet gateway [run|check|status|retry|renew] --config FILE
              run     watches, listens and sends until it is stopped (SIGTERM)      常駐
              check   reads the configuration and says what is wrong with it        設定の確認
              status  how the gateway is: what waits, what was refused, alarms      稼働状況
              retry   sends again what the centre refused                           除外分の再送
              renew   asks for the next certificate now, not only near its end      証明書の更新
            exit: 0 done, 1 alarms (status), 2 not running (status), 64 wrong usage, 69 in use by another, 78 configuration
            """;

    private final PrintStream out;
    private final PrintStream err;

    Gateway(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Gateway(System.out, System.err).run(args));
    }

    int run(String... args) {
        var verb = args.length % 2 == 1 ? args[0] : "run";
        var first = args.length % 2;
        if (args.length - first != 2 || !args[first].equals("--config")) {
            err.print(HELP);
            return USAGE;
        }
        try {
            var settings = Settings.read(Path.of(args[first + 1]));
            return switch (verb) {
                case "run" -> work(settings);
                case "check" -> check(settings);
                case "status" -> status(settings);
                case "retry" -> retry(settings);
                case "renew" -> renew(settings);
                default -> {
                    err.print(HELP);
                    yield USAGE;
                }
            };
        } catch (BadSetting e) {
            err.println("gateway: " + e.getMessage());
            return UNSAFE;
        } catch (Box.Busy e) {
            err.println("gateway: " + e.getMessage());
            return BUSY;
        } catch (IOException e) {
            err.println("gateway: " + e);
            return UNSAFE;
        }
    }

    private int work(Settings settings) throws IOException {
        var alarms = new Alarms(err);
        try (var box = Box.open(settings, alarms)) {
            out.println("started: gateway"
                    + (box.port().isPresent() ? " mllp=" + box.port().getAsInt() : ""));
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return DONE;
    }

    private int check(Settings settings) throws IOException {
        for (var folder : settings.folders()) {
            if (!Files.isDirectory(folder.path())) {
                throw new BadSetting("folder." + folder.name() + ".path is no folder: " + folder.path());
            }
        }
        Link.of(settings, new Alarms(err)).close();
        out.println("設定は読み取れました。 configuration: sound");
        return DONE;
    }

    private int retry(Settings settings) throws IOException {
        Files.createFile(HousekeepingRound.wish(settings.spool()));
        out.println("除外分を送り直します。 the gateway sends again what was set aside");
        return DONE;
    }

    private int renew(Settings settings) throws IOException {
        Files.writeString(Renewal.wish(settings.spool()), "");
        out.println("次の証明書を登録します。結果は status で確かめてください。 the gateway renews its certificate; see status");
        return DONE;
    }

    private int status(Settings settings) throws IOException {
        var found = Status.read(settings.spool());
        if (found.isEmpty()) {
            out.println("停止 not running");
            return NOT_RUNNING;
        }
        var status = found.get();
        var old = Instant.parse(status.at()).plus(STALE).isBefore(Instant.now());
        out.println((old ? "停止 not running since " : status.alarms().isEmpty() ? "正常 sound at " : "警報 alarm at ")
                + status.at());
        status.alarms().forEach(alarm -> out.println("  警報 alarm: " + alarm));
        for (var lane : status.lanes()) {
            out.printf(
                    "  %s: 送信待ち waiting %d, 最古 oldest %s, 最終送信 last sent %s, 除外 set aside %d%n",
                    lane.name(), lane.waiting(), or(lane.oldestAt()), or(lane.lastSentAt()), lane.aside());
            lane.examples().forEach(example -> out.println("    除外 set aside: " + example));
        }
        out.printf(
                Locale.ROOT,
                "  使用 used %,d, 空き free %,d bytes; 証明書の期限 certificate ends %s; センターへの報告 reported %s%n",
                status.usedBytes(),
                status.freeBytes(),
                status.certificateEndsAt(),
                or(status.reportedAt()));
        if (status.renewal() != null) {
            out.println("  証明書の更新 certificate renewal: " + status.renewal());
        }
        held(status);
        return old ? NOT_RUNNING : status.alarms().isEmpty() ? DONE : ALARM;
    }

    private void held(Status status) {
        var held = status.held();
        if (held != null) {
            out.println("  センターでの保留 held at the centre: " + held.quarantined());
            held.held()
                    .forEach(file -> out.println("    " + file.receivedAt() + " " + file.path() + ": " + file.reason()
                            + (file.detail().isEmpty() ? "" : " (" + file.detail() + ")")));
        }
    }

    private static String or(@org.jspecify.annotations.Nullable String at) {
        return at == null ? "-" : at;
    }
}
