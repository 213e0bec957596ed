package hmnet.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import hmnet.Centre;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.LogKey;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// `audit verify` at the shared centre: by its folder with the key, and by its address with nothing.
class AuditVerbTest extends Centre {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream before = System.out;

    @LocalServerPort
    int port;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Keys keys;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void hear() {
        var size = checkpoints.size();
        transaction.executeWithoutResult(status -> audit.write(Trace.of(Action.SIGN_OUT, Actor.staff(12), "ended")));
        await(() -> checkpoints.size() > size);
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void hearNoMore() {
        System.setOut(before);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String address() {
        return "http://localhost:" + port;
    }

    /// A checkpoint of this log that is larger than the log: what a witness would still have after a roll-back.
    private Path head(Path folder) throws IOException {
        var origin = Checkpoint.read(checkpoints.newest().orElseThrow()).origin();
        var beyond = new Checkpoint(origin, checkpoints.size() + 1_000_000, Hash.leaf(new byte[] {7}));
        return Files.writeString(folder.resolve("head"), new LogKey(keys).sign(beyond));
    }

    @Test
    void aSoundLogIsIntactByItsFolderAndTheOperatorsReadIt() {
        AuditVerb.run(new String[] {"verify", "--data", data().toString()});
        assertThat(said())
                .containsPattern("(?m)^audit: events=\\d+ size=\\d+ root=\\S{44} seconds=\\d+\\.\\d verdict=intact$");
        assertThat(db.sql("select verdict from audit_verification order by at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("intact");
    }

    @Test
    void aSoundLogIsIntactByItsAddressAlone() {
        AuditVerb.run(new String[] {"verify", "--url", address(), "--key", checkpoints.verifier()});
        assertThat(said()).contains("verdict=intact");
    }

    @Test
    void theOlderNameSaysTheSame() throws Exception {
        AuditCheckVerb.run(new String[] {"--url", address()});
        assertThat(said()).contains("verdict=intact");
    }

    @Test
    void aLogThatIsShorterThanWhatAWitnessSignedIsBehindIt(@TempDir Path folder) throws IOException {
        var head = head(folder).toString();
        refused(1, "verify", "--url", address(), "--head", head);
        assertThat(said()).contains("verdict=behind-witness leaf=");
        said.reset();
        refused(1, "verify", "--data", data().toString(), "--head", head);
        assertThat(said()).contains("verdict=behind-witness leaf=");
        AuditVerb.run(new String[] {"verify", "--data", data().toString()});
    }

    @Test
    void aHeadOfAnotherLogIsNoEvidence(@TempDir Path folder) throws IOException {
        var foreign =
                Files.writeString(folder.resolve("head"), "other.example\n5\n" + Hash.EMPTY + "\n\n— x AAAAAAAA\n");
        for (var where : new String[][] {{"--url", address()}, {"--data", data().toString()}}) {
            assertThatThrownBy(() ->
                            AuditVerb.run(new String[] {"verify", where[0], where[1], "--head", foreign.toString()}))
                    .isInstanceOf(Usage.class);
        }
    }

    @Test
    void aLogThatCannotBeReadIsNeitherIntactNorBroken() {
        refused(2, "verify", "--url", "http://localhost:1");
        assertThat(said()).isEmpty();
    }

    @Test
    void aLogUnderAnotherKeyIsBroken() {
        var other = new LogKey(new Keys(new byte[32])).verifier("hmnet.example");
        refused(1, "verify", "--url", address(), "--key", other);
        assertThat(said()).contains("verdict=broken");
    }

    private static void refused(int code, String... arguments) {
        assertThatThrownBy(() -> AuditVerb.run(arguments))
                .asInstanceOf(type(RefusedAct.class))
                .extracting(RefusedAct::code)
                .isEqualTo(code);
    }
}
