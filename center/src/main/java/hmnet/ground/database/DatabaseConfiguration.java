package hmnet.ground.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hmnet.ground.keys.DataFolder;
import hmnet.ground.keys.KeySettings;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.Secrets;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.scheduling.annotation.Scheduled;

/// Opens the database, refuses one that would lose records, and keeps the embedded one alive.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Duration A_CENTRE_ENDS_IN = Duration.ofSeconds(10);
    private final Optional<EmbeddedDatabase> embedded;
    private final Accounts accounts;
    private final Keys keys;
    private final SoleCentre sole;

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
        this.sole = SoleCentre.of(accounts, A_CENTRE_ENDS_IN);
    }

    @Bean(destroyMethod = "close")
    SoleCentre soleCentre() {
        return sole;
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

    /// Soon, since the pool waits longer after each connection it could not make.
    @Scheduled(fixedDelay = 250)
    void reviveEmbedded() {
        embedded.ifPresent(EmbeddedDatabase::revive);
    }
}
