package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.SealedDemographics.RegisteredWords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Seals what stood readable of patients and persons before the upgrade (平文の患者基本情報の封印).
@Configuration(proxyBeanMethods = false)
class ReadableDemographics {
    private final SealedDemographics sealed;
    private final PeopleKeys keys;

    ReadableDemographics(Keys keys) {
        this.sealed = new SealedDemographics(keys);
        this.keys = new PeopleKeys(keys);
    }

    @Bean
    JavaMigration demographicsSealed() {
        return SealingStep.of("20261201.0201", "demographics sealed", this::seal);
    }

    private void seal(Connection db) throws SQLException {
        patients(db);
        persons(db);
    }

    private void patients(Connection db) throws SQLException {
        try (var read = db.prepareStatement("select * from patient");
                var write = db.prepareStatement("""
                        update patient set shown = ?, born_key = ?, name_key = ?, kana_keys = ?::bigint[], died = ?
                         where id = ?""")) {
            SealingStep.each(read, write, row -> {
                var said = said(row, row.getObject("died_on", LocalDate.class));
                var id = row.getLong("id");
                write.setBytes(1, sealed.seal(id, said));
                write.setObject(2, keys.born(said.birthDate()));
                write.setObject(3, keys.name(said));
                write.setString(
                        4,
                        Arrays.stream(keys.beginnings(row.getLong("facility"), said))
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}")));
                write.setBoolean(5, said.diedOn() != null);
                write.setLong(6, id);
            });
        }
    }

    private void persons(Connection db) throws SQLException {
        try (var read = db.prepareStatement("select * from person");
                var write = db.prepareStatement("update person set shown = ?, born_key = ? where id = ?")) {
            SealingStep.each(read, write, row -> {
                var said = said(row, null);
                var id = row.getObject("id", UUID.class);
                write.setBytes(1, sealed.seal(id, new RegisteredWords(said, row.getString("town"))));
                write.setObject(2, keys.born(said.birthDate()));
                write.setObject(3, id);
            });
        }
    }

    private static Demographics said(ResultSet row, @Nullable LocalDate died) throws SQLException {
        return new Demographics(
                row.getString("family_name"),
                row.getString("given_name"),
                row.getString("family_kana"),
                row.getString("given_kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("postal_code"),
                row.getString("address"),
                row.getString("phone"),
                died);
    }
}
