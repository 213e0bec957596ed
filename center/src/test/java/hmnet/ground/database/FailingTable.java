package hmnet.ground.database;

import java.sql.DriverManager;
import java.sql.SQLException;

/// A table into which nothing can be written for a while (書き込めない表): PostgreSQL's own state is raised where a row
/// would be.
public final class FailingTable implements AutoCloseable {
    private final Accounts accounts;

    /// @param state such as 53100, no room
    public FailingTable(Accounts accounts, String table, String state) throws SQLException {
        this.accounts = accounts;
        owner("""
                create function nothing_is_written() returns trigger language plpgsql as
                $$begin raise exception 'nothing is written' using errcode = '%s'; end$$""".formatted(state));
        owner("create trigger nothing_is_written before insert on " + table
                + " for each row execute function nothing_is_written()");
    }

    @Override
    public void close() throws SQLException {
        owner("drop function nothing_is_written() cascade");
    }

    private void owner(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
