package hmnet.record.intake;

import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The last report of each facility's gateway (稼働報告の控え).
@Component
class GatewayHealths {
    private static final String COLUMNS = """
            select facility, reported_at, waiting, oldest_at, last_sent_at, aside, certificate_ends_at, free_bytes, alarms
              from gateway_health""";
    private final JdbcClient db;

    GatewayHealths(JdbcClient db) {
        this.db = db;
    }

    /// A report and when it came.
    record GatewayReport(OffsetDateTime at, GatewayHealth health) {}

    void hear(FacilityId facility, GatewayHealth health) {
        db.sql("""
                        insert into gateway_health (facility, waiting, oldest_at, last_sent_at, aside,
                                                    certificate_ends_at, free_bytes, alarms)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (facility) do update
                           set reported_at = now(), waiting = excluded.waiting, oldest_at = excluded.oldest_at,
                               last_sent_at = excluded.last_sent_at, aside = excluded.aside,
                               certificate_ends_at = excluded.certificate_ends_at,
                               free_bytes = excluded.free_bytes, alarms = excluded.alarms""")
                .params(facility.value(), health.waiting())
                .param(utc(health.oldestAt()))
                .param(utc(health.lastSentAt()))
                .param(health.aside())
                .param(utc(health.certificateEndsAt()))
                .param(health.freeBytes())
                .param(health.alarms().toArray(String[]::new))
                .update();
    }

    Optional<GatewayReport> of(FacilityId facility) {
        return db.sql(COLUMNS + " where facility = ?")
                .param(facility.value())
                .query((row, number) -> reported(row))
                .optional();
    }

    Map<FacilityId, GatewayReport> all() {
        var all = new HashMap<FacilityId, GatewayReport>();
        db.sql(COLUMNS).query(row -> {
            all.put(new FacilityId(row.getLong("facility")), reported(row));
        });
        return all;
    }

    private static GatewayReport reported(ResultSet row) throws SQLException {
        return new GatewayReport(
                row.getObject("reported_at", OffsetDateTime.class),
                new GatewayHealth(
                        row.getLong("waiting"),
                        instant(row, "oldest_at"),
                        instant(row, "last_sent_at"),
                        row.getLong("aside"),
                        row.getObject("certificate_ends_at", OffsetDateTime.class)
                                .toInstant(),
                        row.getLong("free_bytes"),
                        List.of((String[]) row.getArray("alarms").getArray())));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
