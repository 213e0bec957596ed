package hmnet.people.patients;

import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Seals the chart numbers that stood readable before the upgrade (平文のカルテ番号の封印), in every table that holds one: one
/// number is the same bytes in all of them.
@Configuration(proxyBeanMethods = false)
class ReadableNumbers {
    /// Each table and whose number a row of it holds.
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("patient", "t.facility");
        TABLES.put("identity_review", "t.facility");
        TABLES.put("incident", "t.facility");
        TABLES.put("pix_notice", "t.facility");
        TABLES.put("pix_told", "t.facility");
        TABLES.put("inbox_patient", "(select i.facility from inbox i where i.id = t.id)");
    }

    private final SealedNumbers numbers;

    ReadableNumbers(Keys keys) {
        this.numbers = new SealedNumbers(keys);
    }

    @Bean
    JavaMigration numbersSealed() {
        return SealingStep.of("20261202.0401", "chart numbers sealed", this::seal);
    }

    private void seal(Connection db) throws SQLException {
        for (var table : TABLES.entrySet()) {
            try (var read = db.prepareStatement("select t.ctid::text as place, %s as facility, t.number from %s t"
                            .formatted(table.getValue(), table.getKey()));
                    var write = db.prepareStatement(
                            "update " + table.getKey() + " set sealed_number = ? where ctid = ?::tid")) {
                SealingStep.each(read, write, row -> {
                    write.setBytes(1, numbers.of(row.getLong("facility"), row.getString("number")));
                    write.setString(2, row.getString("place"));
                });
            }
        }
    }
}
