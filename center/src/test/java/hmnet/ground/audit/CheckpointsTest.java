package hmnet.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.Checkpoints.CountersignResult;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Hash;
import hmnet.witness.log.SignatureLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CheckpointsTest extends AuditCentre {
    private static final String NAME = "witness.example";
    private final Ed25519PrivateKeyParameters witnessKey = new Ed25519PrivateKeyParameters(new byte[32]);

    @Autowired
    Keys keys;

    @Test
    void anyToolThatKnowsThePublicKeyCanCheckTheSignature() throws Exception {
        write(opened(null, Map.of()));
        awaitNumbering();
        var note = checkpoints.newest().orElseThrow();
        var verifier = checkpoints.verifier().split("\\+", 3);
        var key = Base64.getDecoder().decode(verifier[2]);
        var line = SignatureLine.read(
                note.lines().filter(l -> l.startsWith("— ")).findFirst().orElseThrow());
        // The prefix of an Ed25519 key in X.509 form, RFC 8410.
        var encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key, 1, 33));
        var check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update(note.substring(0, note.indexOf("\n\n") + 1).getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(line.signature())).isTrue();
        assertThat(line.hasId(HexFormat.of().parseHex(verifier[1]))).isTrue();
        assertThat(line.name()).isEqualTo(verifier[0]).isEqualTo("hmnet.example");
    }

    @Test
    void aWitnessCountersignsAndItsLineStandsUnderTheNote() {
        var watched = watchedBy(verifier());
        write(opened(null, Map.of()));
        awaitNumbering();
        var checkpoint = Checkpoint.read(watched.newest().orElseThrow());
        assertThat(watched.countersign(checkpoint.size(), line(checkpoint, 1_790_000_000L)))
                .isEqualTo(CountersignResult.KEPT);
        assertThat(watched.countersign(checkpoint.size(), line(checkpoint, 1_790_000_001L)))
                .isEqualTo(CountersignResult.KEPT);
        assertThat(watched.newest().orElseThrow())
                .containsOnlyOnce("\n— " + NAME + " ")
                .endsWith(line(checkpoint, 1_790_000_000L) + "\n");
    }

    @Test
    void aCountersignatureThatSignsSomethingElseIsRefused() {
        var watched = watchedBy(verifier());
        write(opened(null, Map.of()));
        awaitNumbering();
        var checkpoint = Checkpoint.read(watched.newest().orElseThrow());
        var other = new Checkpoint(checkpoint.origin(), checkpoint.size(), Hash.EMPTY);
        assertThat(watched.countersign(checkpoint.size(), line(other, 1))).isEqualTo(CountersignResult.FALSE);
        assertThat(watched.countersign(999_999_999, line(checkpoint, 1)))
                .isEqualTo(CountersignResult.UNKNOWN_CHECKPOINT);
        assertThat(checkpoints.countersign(checkpoint.size(), line(checkpoint, 1)))
                .isEqualTo(CountersignResult.UNKNOWN_WITNESS);
        assertThatThrownBy(() -> watched.countersign(checkpoint.size(), "not a line"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWitnessKeyWithAWrongIdIsRefusedAtTheStart() {
        var wrong = verifier().replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+");
        assertThatThrownBy(() -> watchedBy(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    private Checkpoints watchedBy(String verifier) {
        return new Checkpoints(db, keys, new AuditSettings("hmnet.example", 200, List.of(verifier), 60));
    }

    private byte[] publicKey() {
        return witnessKey.generatePublicKey().getEncoded();
    }

    private String verifier() {
        var typed = ByteBuffer.allocate(33)
                .put(SignatureLine.WITNESS)
                .put(publicKey())
                .array();
        return NAME + "+" + HexFormat.of().formatHex(SignatureLine.keyId(NAME, SignatureLine.WITNESS, publicKey()))
                + "+" + Base64.getEncoder().encodeToString(typed);
    }

    private String line(Checkpoint checkpoint, long time) {
        var text = ("cosignature/v1\ntime " + time + "\n" + checkpoint.body()).getBytes(StandardCharsets.UTF_8);
        var signer = new Ed25519Signer();
        signer.init(true, witnessKey);
        signer.update(text, 0, text.length);
        var stamped = ByteBuffer.allocate(72)
                .putLong(time)
                .put(signer.generateSignature())
                .array();
        return new SignatureLine(NAME, SignatureLine.keyId(NAME, SignatureLine.WITNESS, publicKey()), stamped)
                .toString();
    }
}
