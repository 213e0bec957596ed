package hmnet.people.patients;

import hmnet.formats.model.chart.InsuredNumber;
import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Seals the insurance numbers that stood readable before the upgrade (平文の保険番号の封印).
@Configuration(proxyBeanMethods = false)
class ReadableInsurance {
    private final SealedInsurance sealed;

    ReadableInsurance(Keys keys) {
        this.sealed = new SealedInsurance(keys);
    }

    @Bean
    JavaMigration insuranceSealed() {
        return SealingStep.of("20261201.0204", "insurance sealed", this::seal);
    }

    private void seal(Connection db) throws SQLException {
        try (var read = db.prepareStatement("select * from patient_insurance");
                var write =
                        db.prepareStatement("update patient_insurance set shown = ?, said_key = ? where patient = ?")) {
            SealingStep.each(read, write, row -> {
                var patient = row.getLong("patient");
                var insured = new InsuredNumber(
                        row.getString("insurer"),
                        row.getString("symbol"),
                        row.getString("number"),
                        row.getString("branch"));
                write.setBytes(1, sealed.seal(patient, insured));
                write.setLong(2, sealed.key(patient, insured));
                write.setLong(3, patient);
            });
        }
    }
}
