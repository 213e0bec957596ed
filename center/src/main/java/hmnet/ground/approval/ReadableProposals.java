package hmnet.ground.approval;

import hmnet.ground.approval.SealedProposals.ProposedWords;
import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Seals what stood readable of proposals before the upgrade (平文の提案の封印).
@Configuration(proxyBeanMethods = false)
class ReadableProposals {
    private final SealedProposals sealed;

    ReadableProposals(Keys keys) {
        this.sealed = new SealedProposals(keys);
    }

    @Bean
    JavaMigration proposalsSealed() {
        return SealingStep.of("20261202.0421", "proposals sealed", this::seal);
    }

    private void seal(Connection db) throws SQLException {
        try (var read = db.prepareStatement("select * from approval");
                var write = db.prepareStatement("update approval set said = ? where id = ?")) {
            SealingStep.each(read, write, row -> {
                var subject = new Subject(row.getString("kind"), row.getString("subject"));
                var said = new ProposedWords(row.getString("what"), row.getLong("as_of"), row.getString("why"));
                write.setBytes(1, sealed.seal(subject, row.getLong("proposed_by"), said));
                write.setLong(2, row.getLong("id"));
            });
        }
    }
}
