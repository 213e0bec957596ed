package hmnet.ground.witnesses;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.database.Accounts;
import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.Checkpoints;
import hmnet.witness.WitnessCommand;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Cosigner;
import hmnet.witness.log.SignatureLine;
import hmnet.witness.log.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A witness at the log of the centre, and at what the owner of its tables makes of it.
class WitnessWatchTest extends Centre {
    private static final int EVENTS = 300;

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Accounts accounts;

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient db;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aLogOfMoreThanOneTile() throws IOException {
        happen(checkpoints.size() < EVENTS ? EVENTS : 3);
        TestWitness.folder(folder, centre(), checkpoints.verifier());
    }

    private String centre() {
        return "http://localhost:" + port;
    }

    private void happen(int events) {
        var before = checkpoints.size();
        transaction.executeWithoutResult(status -> {
            for (int n = 0; n < events; n++) {
                audit.write(Trace.of(Action.SIGN_OUT, Actor.staff(12), "ended"));
            }
        });
        await(() -> checkpoints.size() >= before + events
                && db.sql("select not exists (select from audit_pending)")
                        .query(Boolean.class)
                        .single());
    }

    private int once(Clock clock) {
        return command(clock, "once", "--data", folder.toString());
    }

    private int once() {
        return once(Clock.systemUTC());
    }

    private int command(Clock clock, String... arguments) {
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new WitnessCommand(print, print, clock).run(arguments);
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private Checkpoint head() throws IOException {
        return Checkpoint.read(file("head"));
    }

    private long countersigned() {
        return db.sql("select coalesce(max(size), 0) from checkpoint_witness where name = ?")
                .param(TestWitness.KEY.verifier().name())
                .query(Long.class)
                .single();
    }

    /// From now on it looks at what the owner of the tables makes of the log.
    private TamperedDoor tampered() throws IOException, SQLException {
        var door = new TamperedDoor(accounts, keys, port);
        TestWitness.folder(folder, door.url(), checkpoints.verifier());
        return door;
    }

    @Test
    void aSoundLogIsCountedCountersignedAndToldToTheCentre() throws IOException {
        assertThat(once()).as("%s", said).isZero();
        assertThat(TestWitness.KEY.verifier().signed(file("head"))).isTrue();
        assertThat(countersigned()).isEqualTo(head().size());
        assertThat(file("status")).startsWith("state=ok\n").contains("answer=200 kept");
        var first = head().size();
        happen(5);
        assertThat(once()).isZero();
        assertThat(head().size()).isGreaterThan(first);
        assertThat(command(Clock.systemUTC(), "check", "--data", folder.toString()))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("verdict=intact");
    }

    @Test
    void aNewWitnessPrintsTheKeyThatTheCentreIsGiven(@TempDir Path fresh) throws IOException {
        var data = fresh.resolve("witness");
        assertThat(command(
                        Clock.systemUTC(),
                        "init",
                        "--name",
                        "witness.new.example",
                        "--url",
                        centre(),
                        "--data",
                        data.toString()))
                .isZero();
        var words = said.toString(StandardCharsets.UTF_8);
        assertThat(words).contains("log-key: " + checkpoints.verifier());
        var key = words.lines()
                .filter(line -> line.startsWith("witness-key: "))
                .findFirst()
                .orElseThrow()
                .substring("witness-key: ".length());
        assertThat(VerifierKey.ofWitness(key).name()).isEqualTo("witness.new.example");
        assertThat(Cosigner.read(Files.readString(data.resolve("witness.key")))
                        .verifier()
                        .text())
                .isEqualTo(key);
        // The centre was not told of it: it watches, and says that nobody takes its word.
        assertThat(command(Clock.systemUTC(), "once", "--data", data.toString()))
                .isZero();
        assertThat(Files.readString(data.resolve("status"))).contains("answer=403");
    }

    @Test
    void aLogRolledBackWithItsCheckpointsIsAnAlarmAndNothingIsSigned() throws Exception {
        assertThat(once()).isZero();
        var before = file("head");
        try (var door = tampered()) {
            rollBack(door, head().size() - 2);
            assertThat(once()).isEqualTo(1);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("ALARM rolled-back");
            assertThat(file("head")).isEqualTo(before);
            assertThat(file("status")).startsWith("state=standing-still\n").contains("alarm.rolled-back=");
            assertThat(folder.resolve("evidence").toFile().list()).hasSize(1);
        }
    }

    @Test
    void aTailCutOffWithoutItsCheckpointIsNotSigned() throws Exception {
        assertThat(once()).isZero();
        var before = file("head");
        happen(3);
        try (var door = tampered()) {
            door.tamper("delete from audit_leaf where leaf >= (select max(leaf) from audit_leaf)");
            assertThat(once()).as("the tile is gone, so it cannot be read").isZero();
            assertThat(file("head")).isEqualTo(before);
            assertThat(file("status")).contains("answers 500");
            assertThat(once(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11))))
                    .isEqualTo(1);
            assertThat(file("status")).contains("alarm.silent=");
        }
    }

    @Test
    void anotherHistoryUnderTheCentresOwnKeyIsAFork() throws Exception {
        assertThat(once()).isZero();
        awayFromAFullTile();
        var before = file("head");
        try (var door = tampered()) {
            rollBack(door, head().size() - 1);
            door.forgeUpTo(head().size());
            assertThat(once()).isEqualTo(1);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("ALARM fork");
            door.forgeUpTo(head().size() + 1);
            assertThat(once()).isEqualTo(1);
            assertThat(file("head")).isEqualTo(before);
        }
    }

    /// Leaves are forged here, not the levels above: each 256th ends some, and others add leaves meanwhile.
    private void awayFromAFullTile() throws Exception {
        for (; (head().size() + 5) % 256 < 10; assertThat(once()).isZero()) {
            happen(1);
        }
    }

    @Test
    void aTileThatDoesNotGiveTheSignedRootIsAnAlarm() throws Exception {
        assertThat(once()).isZero();
        happen(1);
        try (var door = tampered()) {
            door.tamper("update audit_leaf set hash = sha256('x') where leaf = (select max(leaf) from audit_leaf)");
            assertThat(once()).isEqualTo(1);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("ALARM changed-tile");
        }
    }

    @Test
    void anOldLeafThatWasReplacedIsFoundByTheNextCountOfAll() throws Exception {
        assertThat(once()).isZero();
        try (var door = tampered()) {
            door.tamper("update audit_leaf set hash = sha256('x') where leaf = 7");
            assertThat(once()).as("the right edge is as it was").isZero();
            Files.delete(folder.resolve("status"));
            assertThat(once()).isEqualTo(1);
            assertThat(file("status")).contains("alarm.changed-tile=").contains("first leaf 0");
        }
    }

    @Test
    void whatIsSignedUnderAnotherKeyIsAnAlarm() throws Exception {
        assertThat(once()).isZero();
        try (var door = tampered()) {
            door.tamper(
                    "update checkpoint set note = overlay(note placing case substr(note, length(note) - 19, 1) when 'A'"
                            + " then 'B' else 'A' end from length(note) - 19) where size = (select max(size) from checkpoint)");
            assertThat(once()).isEqualTo(1);
            assertThat(file("status")).startsWith("state=alarm\n").contains("alarm.wrong-signature=");
            door.undo();
            assertThat(once()).isZero();
        }
    }

    @Test
    void aClockSetBackHereOrAtTheCentreIsAnAlarmAndNothingIsSigned() throws Exception {
        assertThat(once()).isZero();
        happen(1);
        var before = file("head");
        assertThat(once(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)))).isEqualTo(1);
        assertThat(file("status")).contains("alarm.clock=");
        assertThat(once(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))).isEqualTo(1);
        assertThat(file("status")).contains("alarm.clock=the centre's clock");
        assertThat(file("head")).isEqualTo(before);
        assertThat(once()).isZero();
        assertThat(file("head")).isNotEqualTo(before);
    }

    @Test
    void aLogThatAnswersNothingIsAnAlarmAfterTheSilenceThatWasSet() throws IOException {
        assertThat(once()).isZero();
        TestWitness.folder(folder, "http://localhost:1", checkpoints.verifier());
        assertThat(once()).isZero();
        assertThat(once(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11))))
                .isEqualTo(1);
        assertThat(file("status")).contains("alarm.silent=nothing was heard");
    }

    @Test
    void itStandsStillUntilAHumanHasLookedAndThenGoesOn() throws Exception {
        assertThat(once()).isZero();
        var before = head();
        try (var door = tampered()) {
            rollBack(door, before.size() - 2);
            assertThat(once()).isEqualTo(1);
        }
        TestWitness.folder(folder, centre(), checkpoints.verifier());
        happen(2);
        assertThat(once()).as("the log is as it was, and nobody has looked").isEqualTo(1);
        assertThat(head()).isEqualTo(before);
        assertThat(command(
                        Clock.systemUTC(), "resume", "--data", folder.toString(), "--why", "the office explained it"))
                .isZero();
        assertThat(once()).isZero();
        assertThat(head().size()).isGreaterThan(before.size());
        assertThat(file("witness.log")).contains("resumed by hand: the office explained it");
    }

    @Test
    void eachAlarmCallsTheProgramThatTheSettingsName() throws Exception {
        var bell = Files.writeString(
                folder.resolve("bell.sh"),
                "#!/bin/sh\necho \"$HMNET_ALARM: $HMNET_ALARM_TEXT\" > \"$(dirname \"$0\")/rung\"\n");
        assertThat(bell.toFile().setExecutable(true)).isTrue();
        assertThat(once()).isZero();
        try (var door = tampered()) {
            TestWitness.folder(folder, door.url(), checkpoints.verifier(), "alarm-command=" + bell);
            rollBack(door, head().size() - 2);
            assertThat(once()).isEqualTo(1);
            assertThat(file("rung")).startsWith("rolled-back: the log has ");
        }
    }

    @Test
    void aKilledWitnessKeepsItsHeadAndGoesOnFromThere() throws Exception {
        for (int n = 0; n < 3; n++) {
            var before = countersigned();
            happen(2);
            var running = started();
            try {
                await(() -> countersigned() > before);
            } finally {
                running.destroyForcibly();
                running.waitFor(10, TimeUnit.SECONDS);
            }
            assertThat(head().size()).isGreaterThanOrEqualTo(countersigned());
            assertThat(TestWitness.KEY.verifier().signed(file("head"))).isTrue();
        }
        try (var door = tampered()) {
            rollBack(door, head().size() - 1);
            assertThat(once()).as("%s", said).isEqualTo(1);
        }
    }

    @Test
    void twoWitnessesNeverWorkInOneFolder() throws Exception {
        var running = started();
        try {
            await(() -> Files.exists(folder.resolve("head")));
            assertThat(once()).isEqualTo(69);
        } finally {
            running.destroyForcibly();
            running.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process started() throws IOException {
        var classes = Path.of(URI.create(WitnessCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes.toString(),
                        WitnessCommand.class.getName(),
                        "run",
                        "--data",
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    /// Everything after a smaller checkpoint disappears, with all that knew of it.
    private void rollBack(TamperedDoor door, long size) {
        var kept = db.sql("select max(size) from checkpoint where size <= ?")
                .param(size)
                .query(Long.class)
                .single();
        door.tamper(
                "delete from checkpoint_witness where size > " + kept,
                "delete from checkpoint where size > " + kept,
                "delete from audit_event where id in (select event from audit_leaf where leaf >= " + kept + ")",
                "delete from audit_leaf where leaf >= " + kept,
                "delete from audit_node where (index + 1) * (256 ^ level) > " + kept);
    }

    /// The time that a line of the witness carries is that of its own clock.
    @Test
    void theLineCarriesTheTimeOfTheWitness() throws IOException {
        var noon = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        assertThat(once(Clock.fixed(noon, ZoneOffset.UTC))).isZero();
        var line = SignatureLine.under(file("head")).getLast();
        assertThat(VerifierKey.time(line)).isEqualTo(noon);
    }
}
