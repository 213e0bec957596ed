package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Stage;
import hmnet.record.filing.RecordState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;

/// kill -9 of the centre, and once of the verb too, while all originals are filed again (再取込中の強制終了). Rows that an
/// older reader got wrong are right afterwards, each was mended once, and the charts are what they were.
final class RefileDrill implements StageDrill {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ANY = "kind <> 0 and state = " + RecordState.LIVE_CODE + " and flag = 1 and ";

    @Override
    public int people(DrillSettings asked) {
        return asked.people(40);
    }

    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var undisturbed = stage.undisturbed();
        try (var centre = stage.centre()) {
            Load.send(centre, stage.hospitals());
            var spoiled = spoil(centre, asked.seed());
            var differed = !centre.digest().equals(undisturbed);
            var struck = strike(stage.home(), centre, new Random(asked.seed()), asked.times(5));
            var mended = mended(centre);
            var equal = centre.digest().equals(undisturbed);
            return Verdict.of(
                    "refile",
                    asked.seed(),
                    struck > 0 && spoiled.changed() > 0 && differed && mended.equals(spoiled) && equal,
                    "times",
                    struck,
                    "spoiled",
                    spoiled.changed() + spoiled.added(),
                    "mended",
                    mended.changed() + mended.added(),
                    "digest",
                    ShuffleDrill.word(equal));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Rows that are cut otherwise today, that are missing, and that should not be there.
    private record WrongRows(long changed, long added, long gone) {}

    /// As an older reader might have left them: labels of some are wrong, some are missing.
    private static WrongRows spoil(CentreProcess centre, long seed) throws IOException, SQLException {
        try (var database = OwnerDatabase.of(centre);
                var statement = database.createStatement()) {
            var drawn = "abs(hashtext(id::text || '" + seed + "')) % 7 ";
            var changed = statement.executeUpdate("update record set labels = labels # 1 where " + ANY + drawn + "< 3");
            var added = statement.executeUpdate("delete from record where " + ANY + drawn + "= 6");
            return new WrongRows(changed, added, 0);
        }
    }

    private static WrongRows mended(CentreProcess centre) throws IOException, SQLException {
        try (var database = OwnerDatabase.of(centre);
                var statement = database.createStatement();
                var row = statement.executeQuery("select sum(changed), sum(added), sum(gone) from refiling")) {
            row.next();
            return new WrongRows(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /// How often it was struck before all was done.
    private static int strike(Home home, CentreProcess centre, Random random, int times)
            throws IOException, SQLException {
        var said = centre.data().resolve("refile.log");
        var verb = verb(home, centre, said);
        var struck = 0;
        while (struck < times && moves(centre)) {
            Pause.millis(random.nextInt(60));
            centre.kill();
            if (struck == 0) {
                verb.destroyForcibly();
            }
            centre.start();
            if (struck == 0) {
                verb = verb(home, centre, said);
            }
            struck++;
        }
        var last = verb;
        Pause.until("refile to end: " + said, PATIENCE, () -> !last.isAlive());
        if (last.exitValue() != 0 || !Files.readString(said).contains("refile: done ")) {
            throw new IOException("refile ended with " + last.exitValue() + ":\n" + Files.readString(said));
        }
        return struck;
    }

    /// True when more was filed again, false when nothing is left to do.
    private static boolean moves(CentreProcess centre) throws IOException, SQLException {
        try (var database = OwnerDatabase.of(centre)) {
            var before = done(database, "true");
            Pause.until("originals to be filed again", PATIENCE, () -> {
                try {
                    return done(database, "true") > before || done(database, "finished_at is not null") > 0;
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            });
            return done(database, "finished_at is not null") == 0;
        }
    }

    private static long done(Connection database, String which) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select coalesce(sum(messages), 0) from refiling where " + which)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Process verb(Home home, CentreProcess centre, Path said) throws IOException {
        return new ProcessBuilder(home.center("refile", "--data", centre.data().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
    }
}
