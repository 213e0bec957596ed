package hmnet.ground.witnesses;

import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.Checkpoints;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far each witness has countersigned (立会いの状況). A witness is behind from the first event on that it did not
/// cover, so a quiet night makes nobody silent.
@Component
class WitnessSightings {
    /// A witness is as quick as its own interval; later than this is worth a word.
    private static final Duration LATE = Duration.ofMinutes(3);

    /// The newest line of each, and since when an event waits that none of its lines covers.
    static final String NEWEST = """
            select n.name, w.size, w.at,
                   (select e.at from audit_leaf l join audit_event e on e.id = l.event
                     where l.leaf = coalesce(w.size, 0)) as since
              from unnest(%s) as n (name)
              left join lateral (
                   select size, at from checkpoint_witness c where c.name = n.name order by size desc limit 1) w on true""";

    private final JdbcClient db;
    private final Checkpoints checkpoints;
    private final Duration silence;
    private final Clock clock;

    WitnessSightings(JdbcClient db, Checkpoints checkpoints, AuditSettings settings, Clock clock) {
        this.db = db;
        this.checkpoints = checkpoints;
        this.silence = Duration.ofMinutes(settings.witnessSilentMinutes());
        this.clock = clock;
    }

    /// How a witness stands.
    enum WitnessState {
        CURRENT,
        LATE,
        SILENT
    }

    /// One witness.
    ///
    /// @param size of the largest checkpoint that it countersigned
    /// @param at when that came in; null when none ever did
    /// @param behind how many events it has not covered
    /// @param since when the first of these was written
    record WitnessSighting(
            String name,
            long size,
            @Nullable OffsetDateTime at,
            long behind,
            @Nullable OffsetDateTime since,
            WitnessState state) {}

    List<WitnessSighting> all() {
        var newest = checkpoints.size();
        return db.sql(NEWEST.formatted("?::text[]") + " order by n.name")
                .param(checkpoints.names().toArray(String[]::new))
                .query((row, number) -> {
                    var size = row.getLong("size");
                    var at = row.getObject("at", OffsetDateTime.class);
                    var since = row.getObject("since", OffsetDateTime.class);
                    return new WitnessSighting(
                            row.getString("name"), size, at, Math.max(0, newest - size), since, state(at, since));
                })
                .list();
    }

    List<WitnessSighting> silent() {
        return all().stream()
                .filter(witness -> witness.state() == WitnessState.SILENT)
                .toList();
    }

    /// One that never signed is never up to date.
    private WitnessState state(@Nullable OffsetDateTime at, @Nullable OffsetDateTime since) {
        if (since == null) {
            return WitnessState.CURRENT;
        }
        var behind = Duration.between(since.toInstant(), clock.instant());
        return behind.compareTo(silence) > 0
                ? WitnessState.SILENT
                : at == null || behind.compareTo(LATE) > 0 ? WitnessState.LATE : WitnessState.CURRENT;
    }
}
