package hmnet.ground.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database of its own as an earlier version left it, taken over by today's (旧版のデータベース).
public final class OlderDatabase {
    private final String name;
    private final Accounts accounts;
    private final Flyway flyway;

    /// @param flyway of the centre, by which the upgrade goes
    public OlderDatabase(String name, Accounts accounts, Flyway flyway) {
        this.name = name;
        this.accounts = accounts;
        this.flyway = flyway;
    }

    /// Makes it up to a version, puts rows into it, and upgrades it.
    public void takenOver(String version, String rows) {
        administrator("postgres").execute("create database " + name + " owner " + accounts.ownerUser());
        migration()
                .repeatableSqlMigrationPrefix("none")
                .validateMigrationNaming(false)
                .target(version)
                .load()
                .migrate();
        db().execute(rows);
        migration().load().migrate();
    }

    public JdbcTemplate db() {
        return administrator(name);
    }

    public void drop() {
        administrator("postgres").execute("drop database " + name + " with (force)");
    }

    private FluentConfiguration migration() {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url(name), accounts.ownerUser(), accounts.ownerPassword());
    }

    private JdbcTemplate administrator(String database) {
        return new JdbcTemplate(
                new DriverManagerDataSource(url(database), "postgres", accounts.administratorPassword()));
    }

    private String url(String database) {
        return accounts.url().replaceFirst("/hmnet$", "/" + database);
    }
}
