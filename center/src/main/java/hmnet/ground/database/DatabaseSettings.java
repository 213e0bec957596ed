package hmnet.ground.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the database is: `HMNET_DB_URL` and the two accounts, or nothing for the embedded one.
///
/// @param url `jdbc:postgresql://…`; empty = embedded
/// @param user the account of the running centre: owns nothing, is bound by row-level security
/// @param ownerUser the account that owns the tables and runs migrations
@ConfigurationProperties("hmnet.db")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("hmnet_app") String user,
        @DefaultValue("") String password,
        @DefaultValue("hmnet_owner") String ownerUser,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("24") int connections) {
    boolean embedded() {
        return url.isBlank();
    }
}
