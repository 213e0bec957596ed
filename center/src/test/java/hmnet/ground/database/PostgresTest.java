package hmnet.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedded server after its host went down, and what it writes down (組込みデータベース).
class PostgresTest {
    @TempDir
    Path home;

    private Postgres server() {
        return new Postgres(home);
    }

    @AfterEach
    void stop() {
        server().stop();
    }

    /// After a power cut the number in its file is soon somebody else's: here that of this test.
    @Test
    void aNumberThatIsAnotherProgramsIsNotTakenForTheServer() throws Exception {
        server().start("secret");
        var file = home.resolve("cluster/postmaster.pid");
        var lines = new ArrayList<>(Files.readAllLines(file));
        server().stop();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, lines);
        assertThat(server().running()).isFalse();
        var port = server().start("secret");
        assertThat(server().running()).isTrue();
        assertThat(answer(port, "select 1")).isEqualTo("1");
    }

    @Test
    void aServerThatRunsIsAttachedTo() throws Exception {
        var port = server().start("secret");
        var process = server().processId();
        assertThat(server().start("secret")).isEqualTo(port);
        assertThat(server().processId()).isEqualTo(process);
    }

    @Test
    void itsLogIsOfOneWeekAndQuotesNoRow() throws Exception {
        var port = server().start("secret");
        answer(port, "create table chart (number text primary key)");
        answer(port, "insert into chart values ('90817263')");
        assertThatThrownBy(() -> answer(port, "insert into chart values ('90817263')"))
                .isInstanceOf(SQLException.class);
        Patience.await(() -> log().contains("duplicate key"));
        assertThat(log()).doesNotContain("90817263");
        assertThat(answer(port, "show log_filename")).isEqualTo("postgresql-%a.log");
        assertThat(answer(port, "show log_truncate_on_rotation")).isEqualTo("on");
    }

    private String log() {
        try (var files = Files.list(home.resolve("logs"))) {
            return files.map(PostgresTest::text).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(int port, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "secret");
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
