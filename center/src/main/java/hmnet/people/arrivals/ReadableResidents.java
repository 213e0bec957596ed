package hmnet.people.arrivals;

import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PeopleKeys;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Seals the residents of lists who stood readable before the upgrade (平文の住民情報の封印).
@Configuration(proxyBeanMethods = false)
class ReadableResidents {
    private final SealedResidents sealed;
    private final PeopleKeys keys;

    ReadableResidents(Keys keys) {
        this.sealed = new SealedResidents(keys);
        this.keys = new PeopleKeys(keys);
    }

    @Bean
    JavaMigration residentsSealed() {
        return SealingStep.of("20261201.0207", "residents sealed", this::seal);
    }

    private void seal(Connection db) throws SQLException {
        try (var read = db.prepareStatement("select * from resident_entry");
                var write = db.prepareStatement("update resident_entry set shown = ?, born_key = ? where id = ?")) {
            SealingStep.each(read, write, row -> {
                var entry = entry(row);
                var born = keys.bornOn(entry.birthDate());
                write.setBytes(1, sealed.seal(row.getLong("list"), born, entry));
                write.setLong(2, born);
                write.setLong(3, row.getLong("id"));
            });
        }
    }

    private static ResidentEntry entry(ResultSet row) throws SQLException {
        return new ResidentEntry(
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("family_name"),
                row.getString("given_name"),
                row.getString("family_kana"),
                row.getString("given_kana"),
                row.getString("postal_code"),
                row.getString("address"),
                row.getString("former_family_name"),
                row.getString("former_family_kana"),
                row.getString("former_address"),
                row.getObject("valid_on", LocalDate.class));
    }
}
