package hmnet.ground.database;

/// Address of a database and the two accounts hmnet uses there: the owner of the tables and the bound
/// application role.
///
/// @param administratorPassword of the embedded server's `postgres`; empty when the database is not ours
public record Accounts(
        String url,
        String user,
        String password,
        String ownerUser,
        String ownerPassword,
        String administratorPassword) {}
