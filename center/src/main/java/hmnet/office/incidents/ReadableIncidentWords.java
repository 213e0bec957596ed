package hmnet.office.incidents;

import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Seals what the office wrote of incidents before the upgrade (平文の事案の言葉の封印).
@Configuration(proxyBeanMethods = false)
class ReadableIncidentWords {
    private final SealedIncidentWords words;

    ReadableIncidentWords(Keys keys) {
        this.words = new SealedIncidentWords(keys);
    }

    @Bean
    JavaMigration incidentWordsSealed() {
        return SealingStep.of("20261202.0431", "words of incidents sealed", this::seal);
    }

    private void seal(Connection db) throws SQLException {
        try (var read = db.prepareStatement("select id, patient, person, why from incident");
                var write = db.prepareStatement("update incident set sealed_why = ? where id = ?")) {
            SealingStep.each(read, write, row -> {
                var person = row.getObject("person", UUID.class);
                write.setBytes(1, words.seal(row.getLong("patient"), person, row.getString("why")));
                write.setLong(2, row.getLong("id"));
            });
        }
        try (var read = db.prepareStatement("select id, incident, words from incident_step");
                var write = db.prepareStatement("update incident_step set sealed_words = ? where id = ?")) {
            SealingStep.each(read, write, row -> {
                write.setBytes(1, words.seal(row.getLong("incident"), row.getString("words")));
                write.setLong(2, row.getLong("id"));
            });
        }
    }
}
