package hmnet.formats.check.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.formats.base.Unreadable;
import hmnet.formats.file.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tables of where each field goes.
class AccountTablesTest {
    /// `-Dhmnet.account=write` writes all tables anew, `-Dhmnet.account=nsips` one.
    private static final String WANTED = System.getProperty("hmnet.account", "");

    @Test
    void everyFormatHasItsTable() {
        for (var format : Format.values()) {
            assertThat(AccountTable.of(format)).as(format.code()).isNotNull();
        }
    }

    @Test
    void theTablesAreWrittenAnewWhereAsked() throws IOException, Unreadable {
        assumeTrue(!WANTED.isEmpty(), "-Dhmnet.account=write");
        var module = Path.of(Files.isDirectory(Path.of("formats")) ? "formats" : ".");
        var arguments = new ArrayList<>(List.of(
                module.resolve("src/main/resources/hmnet/formats/check/account").toString()));
        if (!WANTED.equals("write")) {
            arguments.addAll(List.of(WANTED.split(",")));
        }
        AccountTables.main(arguments.toArray(String[]::new));
    }
}
