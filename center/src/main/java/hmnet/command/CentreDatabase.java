package hmnet.command;

import hmnet.ground.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The database of a centre that a verb looks into as its owner (照合先): that of a data folder, started for
/// as long as it takes if nobody runs it, or one elsewhere.
///
/// @param data the folder with the centre's secrets and logs
record CentreDatabase(
        String url,
        String user,
        String password,
        Path data,
        @Nullable EmbeddedDatabase started) implements AutoCloseable {
    static final String USAGE =
            " --data DIR | --url jdbc:postgresql://… (with HMNET_DB_OWNER_USER, HMNET_DB_OWNER_PASSWORD, HMNET_DATA)";

    static CentreDatabase by(String verb, String[] arguments) throws IOException {
        return by(verb, new Options(arguments, verb + USAGE, "data", "url"));
    }

    static CentreDatabase by(String verb, Options options) throws IOException {
        if (options.has("data") == options.has("url")) {
            throw new Usage(verb + USAGE);
        }
        return options.has("url") ? elsewhere(options.get("url", "")) : in(Path.of(options.get("data", "")), verb);
    }

    private static CentreDatabase elsewhere(String url) {
        var environment = System.getenv();
        return new CentreDatabase(
                url,
                environment.getOrDefault("HMNET_DB_OWNER_USER", "hmnet_owner"),
                environment.getOrDefault("HMNET_DB_OWNER_PASSWORD", ""),
                Path.of(environment.getOrDefault("HMNET_DATA", "./data")),
                null);
    }

    private static CentreDatabase in(Path data, String verb) {
        if (!Files.isDirectory(data.resolve("postgresql"))) {
            throw new Usage(verb + USAGE + "; " + data + " holds no database");
        }
        var wasRunning = EmbeddedDatabase.running(data);
        var database = EmbeddedDatabase.open(data);
        var accounts = database.accounts();
        return new CentreDatabase(
                accounts.url(), accounts.ownerUser(), accounts.ownerPassword(), data, wasRunning ? null : database);
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
