package hmnet.ground.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the database is: `HMNET_DB_URL` and the two accounts, or nothing for the embedded one.
///
/// @param url `jdbc:postgresql://…`, version 15 or newer; empty for the embedded PostgreSQL
/// @param user the account of the running centre; owns nothing and is bound by row-level security
/// @param password its password
/// @param ownerUser the account that owns the tables and runs migrations
/// @param ownerPassword its password
/// @param connections connections to the database: more than there are chores, so that pages never wait for all of them
@ConfigurationProperties("hmnet.db")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("hmnet_app") String user,
        @DefaultValue("") String password,
        @DefaultValue("hmnet_owner") String ownerUser,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("40") int connections) {
    boolean embedded() {
        return url.isBlank();
    }

    /// Of a database that is not ours to start.
    Accounts accounts() {
        return new Accounts(url, user, password, ownerUser, ownerPassword, "");
    }
}
