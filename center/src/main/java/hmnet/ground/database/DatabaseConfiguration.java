package hmnet.ground.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hmnet.ground.keys.DataFolder;
import hmnet.ground.keys.KeySettings;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.Secrets;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.scheduling.annotation.Scheduled;

/// Opens the database, refuses one that would lose records, and keeps the embedded one alive.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);
    private final Optional<EmbeddedDatabase> embedded;
    private final Accounts accounts;
    private final Keys keys;

    DatabaseConfiguration(DatabaseSettings settings, DataFolder folder, KeySettings keySettings) {
        if (settings.embedded()) {
            var data = folder.data();
            var secrets = Secrets.in(data, keySettings, !Secrets.holdsDatabase(data));
            var database = EmbeddedDatabase.open(data, secrets);
            this.embedded = Optional.of(database);
            this.accounts = database.accounts();
            this.keys = secrets.keys();
        } else {
            this.embedded = Optional.empty();
            this.accounts = settings.accounts();
            this.keys = Secrets.in(folder.data(), keySettings, !DatabaseKeys.needed(accounts))
                    .keys();
        }
        Durability.demand(accounts);
        DatabaseKeys.demand(accounts, keys);
    }

    /// Keys are there for others only when they are those of the database.
    @Bean
    Keys keys() {
        return keys;
    }

    @Bean
    Accounts accounts() {
        return accounts;
    }

    @Bean(destroyMethod = "close")
    @Nullable
    EmbeddedDatabase embeddedDatabase() {
        return embedded.orElse(null);
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(DatabaseSettings settings, @Nullable EmbeddedDatabase server) {
        var pool = new HikariConfig();
        pool.setPoolName("centre");
        pool.setJdbcUrl(accounts.url());
        pool.setUsername(accounts.user());
        pool.setPassword(accounts.password());
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.setValidationTimeout(1_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "hmnet");
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes the row
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        return new HikariDataSource(pool);
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource() {
        return new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
    }

    /// PostgreSQL may be told otherwise while the centre runs.
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void watchDurability() {
        try {
            Durability.demand(accounts);
        } catch (UnsafeSetting unsafe) {
            LOG.error("ALARM: {}", unsafe.getMessage());
        } catch (IllegalStateException silent) {
            LOG.warn("{}", silent.getMessage());
        }
    }

    /// Soon, since the pool waits longer after each connection it could not make.
    @Scheduled(fixedDelay = 250)
    void reviveEmbedded() {
        embedded.ifPresent(EmbeddedDatabase::revive);
    }
}
