package hmnet.gateway.box;

import hmnet.gateway.spool.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the gateway does besides sending (見回り): looks after its certificate, writes its status, reports to
/// the centre, hears what is held there, compares the clocks, puts back what was set aside when asked to.
final class HousekeepingRound {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final String CLOCK = "clock";
    /// So many of what was set aside are named.
    private static final int EXAMPLES = 20;

    private final Settings settings;
    private final List<Lane> lanes;
    private final List<Courier> couriers;
    private final Link link;
    private final Renewal renewal;
    private final Space space;
    private final Alarms alarms;
    private @Nullable Instant reportedAt;
    private @Nullable Instant triedAt;
    private List<String> reported = List.of();
    private Status.@Nullable CentreReply held;

    HousekeepingRound(
            Settings settings,
            List<Lane> lanes,
            List<Courier> couriers,
            Link link,
            Renewal renewal,
            Space space,
            Alarms alarms) {
        this.settings = settings;
        this.lanes = lanes;
        this.couriers = couriers;
        this.link = link;
        this.renewal = renewal;
        this.space = space;
        this.alarms = alarms;
    }

    /// A round, and the rest until the next.
    Duration round() {
        round(Instant.now());
        return EVERY;
    }

    void round(Instant now) {
        link.look();
        try {
            putBackIfAsked();
            if (space.full()) {
                alarms.raise("disk-full", "nothing more is taken until there is room");
            } else {
                alarms.over("disk-full");
            }
            for (var lane : lanes) {
                if (lane.aside().waiting() > 0) {
                    alarms.raise("set-aside " + lane.name(), lane.aside().waiting() + " were refused");
                } else {
                    alarms.over("set-aside " + lane.name());
                }
            }
            var status = status(now);
            status.write(settings.spool());
            if (due(now)) {
                report(status, now);
            }
            alarms.over("status");
        } catch (IOException e) {
            alarms.raise("status", String.valueOf(e));
        }
    }

    /// The words changed, or the last report is old.
    private boolean due(Instant now) {
        var tried = triedAt;
        return tried == null
                || tried.plus(settings.report()).isBefore(now)
                || !alarms.words().equals(reported);
    }

    private void report(Status status, Instant now) {
        triedAt = now;
        reported = alarms.words();
        try {
            var answer = link.sending().report(JSON.writeValueAsString(Report.of(status, reported)));
            var answered = Instant.now();
            var heard = JSON.readValue(answer, Status.CentreReply.class);
            var off = Report.clockOff(now, answered, Instant.parse(heard.now()));
            if (off.isZero()) {
                alarms.over(CLOCK);
            } else {
                alarms.raise(CLOCK, "this clock is off the centre's by " + off.toSeconds() + " s");
            }
            held = heard;
            reportedAt = answered;
            alarms.over("unreported");
        } catch (IOException | JacksonException | java.time.DateTimeException e) {
            alarms.raise("unreported", "the centre does not hear how this gateway is: " + e.getMessage());
        }
    }

    Status status(Instant now) throws IOException {
        var of = new ArrayList<Status.Of>();
        for (var i = 0; i < lanes.size(); i++) {
            of.add(lanes.get(i).status(couriers.get(i).lastSentAt(), EXAMPLES));
        }
        return new Status(
                now.toString(),
                ProcessHandle.current().pid(),
                link.endsAt().toString(),
                renewal.said(),
                space.usedBytes(),
                space.freeBytes(),
                of,
                alarms.lines(),
                held,
                Status.text(reportedAt));
    }

    /// What was set aside is put back in here, so that the spool has one writer.
    private void putBackIfAsked() throws IOException {
        if (Files.deleteIfExists(wish(settings.spool()))) {
            for (var lane : lanes) {
                var count = lane.putBack();
                if (count > 0) {
                    alarms.say("put back: " + lane.name() + " " + count);
                }
            }
        }
    }

    /// The file by which `gateway retry` asks for that.
    static Path wish(Path spool) {
        return spool.resolve("put-back");
    }
}
