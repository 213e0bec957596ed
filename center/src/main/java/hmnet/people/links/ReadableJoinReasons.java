package hmnet.people.links;

import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Seals the reasons of joins that stood readable before the upgrade (平文の結合の理由の封印).
@Configuration(proxyBeanMethods = false)
class ReadableJoinReasons {
    private final SealedJoinReasons reasons;

    ReadableJoinReasons(Keys keys) {
        this.reasons = new SealedJoinReasons(keys);
    }

    @Bean
    JavaMigration joinReasonsSealed() {
        return SealingStep.of("20261202.0461", "reasons of joins sealed", this::seal);
    }

    private void seal(Connection db) throws SQLException {
        try (var read = db.prepareStatement("select id, person, other, why from same_person_event");
                var write = db.prepareStatement("update same_person_event set sealed_why = ? where id = ?")) {
            SealingStep.each(read, write, row -> {
                var person = row.getObject("person", UUID.class);
                var other = row.getObject("other", UUID.class);
                write.setBytes(1, reasons.seal(person, other, row.getString("why")));
                write.setLong(2, row.getLong("id"));
            });
        }
    }
}
