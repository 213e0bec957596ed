package hmnet.witness;

import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Cosigner;
import hmnet.witness.log.LogFault;
import hmnet.witness.log.LogGlance;
import hmnet.witness.log.LogGlance.GlanceResult;
import hmnet.witness.log.PublicRecount;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One look of the witness at the centre's log (立会いの一巡): what it finds is judged, then signed or not, then told.
final class WitnessRound {
    /// A machine in between, or a second node of the centre, may show an older checkpoint for a moment.
    private static final int LOOKS = 3;

    private final WitnessSettings settings;
    private final WitnessFolder folder;
    private final Cosigner own;
    private final CentreLog log;
    private final LogGlance glance;
    private final Clock clock;
    private final Duration betweenLooks;

    private Instant heard;
    private Instant taken;
    private Optional<Instant> recounted;
    private String answer = "-";
    private boolean handedIn;

    WitnessRound(WitnessSettings settings, WitnessFolder folder, CentreLog log, Clock clock, Duration betweenLooks)
            throws IOException {
        this.settings = settings;
        this.folder = folder;
        this.own = folder.key();
        this.log = log;
        this.glance = new LogGlance(settings.logKey());
        this.clock = clock;
        this.betweenLooks = betweenLooks;
        this.heard = WitnessStatus.time("heard", folder.status()).orElse(clock.instant());
        this.recounted = WitnessStatus.time("recounted", folder.status());
        this.taken = clock.instant();
    }

    /// How the log and the watch over it stand after a look.
    WitnessStatus run() throws IOException {
        var alarms = new EnumMap<LogFault, String>(LogFault.class);
        try {
            var finding = look();
            heard = clock.instant();
            switch (finding) {
                case GlanceResult.Contradiction wrong -> accuse(wrong.fault(), wrong.words(), wrong.note(), alarms);
                case GlanceResult.Consistent same -> judge(same, alarms);
            }
        } catch (IOException unread) {
            answer = String.valueOf(unread.getMessage());
            if (longer(heard, settings.silent())) {
                alarms.put(LogFault.SILENT, "nothing was heard of the log since " + heard + ": " + answer);
            }
        }
        var standing = folder.standing();
        var seen = folder.seen();
        return new WitnessStatus(
                clock.instant(),
                seen.size(),
                seen.root().toString(),
                folder.signed(own.verifier()),
                heard,
                recounted,
                answer,
                standing,
                Map.copyOf(alarms));
    }

    private GlanceResult look() throws IOException {
        var seen = folder.seen();
        var finding = glance.look(log, seen);
        for (int n = 1; n < LOOKS && isRolledBack(finding); n++) {
            pause();
            finding = glance.look(log, seen);
        }
        return finding;
    }

    private static boolean isRolledBack(GlanceResult finding) {
        return finding instanceof GlanceResult.Contradiction wrong && wrong.fault() == LogFault.ROLLED_BACK;
    }

    private void pause() {
        try {
            Thread.sleep(betweenLooks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(GlanceResult.Consistent same, Map<LogFault, String> alarms) throws IOException {
        if (recounted.isEmpty() || longer(recounted.get(), settings.recount())) {
            try {
                new PublicRecount(log, same.checkpoint(), List.of(folder.seen())).run();
                recounted = Optional.of(clock.instant());
            } catch (BrokenLog broken) {
                var words = broken.getMessage()
                        + broken.leaf().stream()
                                .mapToObj(leaf -> "; first leaf " + leaf)
                                .findFirst()
                                .orElse("");
                accuse(LogFault.CHANGED_TILE, words, same.note(), alarms);
                return;
            }
        }
        clocks().ifPresent(words -> alarms.put(LogFault.CLOCK, words));
        if (alarms.isEmpty() && folder.standing().isEmpty()) {
            sign(same);
            handIn(alarms);
            still(same.checkpoint(), alarms);
        }
    }

    private void accuse(LogFault fault, String words, String note, Map<LogFault, String> alarms) throws IOException {
        alarms.put(fault, words);
        if (fault.proven()) {
            folder.stand(fault.word() + ": " + words, note, clock.instant());
        }
    }

    private Optional<String> clocks() throws IOException {
        var now = clock.instant();
        var signed = folder.signed(own.verifier());
        if (signed.isPresent() && now.isBefore(signed.get().minus(settings.clock()))) {
            return Optional.of("the clock here shows " + now + ", and we signed at " + signed.get());
        }
        return log.theirTime()
                .filter(theirs -> Duration.between(theirs, now).abs().compareTo(settings.clock()) > 0)
                .map(theirs -> "the centre's clock shows " + theirs + ", ours " + now);
    }

    /// On disk first: what leaves the house was never forgotten.
    private void sign(GlanceResult.Consistent same) throws IOException {
        var checkpoint = same.checkpoint();
        if (folder.head().isPresent() && checkpoint.size() == folder.seen().size()) {
            return;
        }
        var now = clock.instant();
        var at = folder.signed(own.verifier()).filter(now::isBefore).orElse(now);
        var body = checkpoint.body();
        var ours = same.note()
                .lines()
                .skip(body.lines().count() + 1)
                .filter(line -> line.startsWith("— " + settings.logKey().name() + " "))
                .findFirst()
                .orElseThrow();
        folder.keepHead(body + "\n" + ours + "\n" + own.line(checkpoint, at) + "\n");
        handedIn = false;
    }

    private void handIn(Map<LogFault, String> alarms) throws IOException {
        var head = folder.head();
        if (!handedIn && head.isPresent()) {
            try {
                var said = log.countersign(head.get());
                answer = said.status() + " " + said.words();
                // 409: a larger one of ours is there already.
                handedIn = said.status() == 200 || said.status() == 409;
            } catch (IOException unheard) {
                answer = String.valueOf(unheard.getMessage());
            }
        }
        if (handedIn) {
            taken = clock.instant();
        } else if (longer(taken, settings.silent())) {
            alarms.put(LogFault.SILENT, "the centre takes no countersignature of ours since " + taken + ": " + answer);
        }
    }

    private void still(Checkpoint checkpoint, Map<LogFault, String> alarms) throws IOException {
        var grown = folder.signed(own.verifier());
        if (grown.isPresent() && longer(grown.get(), settings.still())) {
            alarms.putIfAbsent(
                    LogFault.SILENT, "the log stays at " + checkpoint.size() + " events since " + grown.get());
        }
    }

    private boolean longer(Instant since, Duration most) {
        return Duration.between(since, clock.instant()).compareTo(most) > 0;
    }
}
