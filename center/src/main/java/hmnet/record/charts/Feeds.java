package hmnet.record.charts;

import hmnet.ground.database.Recent;
import hmnet.ground.directory.FacilityId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// When each facility last sent anything, and how long it usually is silent (受信の途絶).
@Component
public class Feeds {
    private final JdbcTemplate db;
    private final Recent<Map<FacilityId, FacilityFeed>> feeds;

    Feeds(JdbcTemplate db) {
        this.db = db;
        this.feeds = new Recent<>(this::read);
    }

    /// What a facility sends, as a whole.
    ///
    /// @param last when something of it came last
    /// @param patience how long it may be silent before a chart says so
    public record FacilityFeed(OffsetDateTime last, Duration patience) {
        /// The longest patience, and that with a feed whose rhythm is not known yet: what a doctor reads is a day old.
        static final Duration DAY = Duration.ofHours(24);

        private static final Duration LEAST = Duration.ofHours(2);
        private static final int SILENCES_KNOWN = 5;

        /// Twice its own rhythm.
        ///
        /// @param usual nine of ten of its silences, of an hour and more, were no longer
        static FacilityFeed of(OffsetDateTime last, int silences, Duration usual) {
            if (silences < SILENCES_KNOWN) {
                return new FacilityFeed(last, DAY);
            }
            var twice = usual.multipliedBy(2);
            var atLeast = twice.compareTo(LEAST) < 0 ? LEAST : twice;
            return new FacilityFeed(last, atLeast.compareTo(DAY) > 0 ? DAY : atLeast);
        }

        public boolean isLate(OffsetDateTime now) {
            return last.isBefore(now.minus(patience));
        }
    }

    /// The feed of each facility that ever sent something.
    public Map<FacilityId, FacilityFeed> all() {
        return feeds.get();
    }

    /// When something came last from each facility that ever sent something.
    public Map<FacilityId, OffsetDateTime> lastReceived() {
        return all().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, feed -> feed.getValue().last()));
    }

    Map<FacilityId, FacilityFeed> read() {
        var received = new HashMap<FacilityId, FacilityFeed>();
        var sql = """
                select r.facility, r.last_received_at, s.silences, s.usual
                  from inbox_received r
                  left join (select facility, count(*) as silences,
                                    percentile_disc(0.9) within group (order by seconds) as usual
                               from feed_silence where ended_at > now() - interval '28 days'
                              group by facility) s on s.facility = r.facility
                 where r.last_received_at is not null""";
        db.query(sql, row -> {
            received.put(
                    new FacilityId(row.getLong("facility")),
                    FacilityFeed.of(
                            row.getObject("last_received_at", OffsetDateTime.class),
                            row.getInt("silences"),
                            Duration.ofSeconds(row.getLong("usual"))));
        });
        return Map.copyOf(received);
    }
}
