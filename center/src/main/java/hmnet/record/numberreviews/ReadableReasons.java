package hmnet.record.numberreviews;

import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Seals the reasons that stood readable before the upgrade (平文の判断の理由の封印).
@Configuration(proxyBeanMethods = false)
class ReadableReasons {
    private final SealedReasons reasons;

    ReadableReasons(Keys keys) {
        this.reasons = new SealedReasons(keys);
    }

    @Bean
    JavaMigration reasonsSealed() {
        return SealingStep.of("20261202.0441", "reasons of number reviews sealed", this::seal);
    }

    private void seal(Connection db) throws SQLException {
        try (var read = db.prepareStatement("select id, why from identity_review where why is not null");
                var write = db.prepareStatement("update identity_review set sealed_why = ? where id = ?")) {
            SealingStep.each(read, write, row -> {
                write.setBytes(1, reasons.seal(row.getLong("id"), row.getString("why")));
                write.setLong(2, row.getLong("id"));
            });
        }
    }
}
