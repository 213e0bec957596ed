package hmnet.witness.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Receipts of an invented log (受領証の見本).
public final class SampleReceipt {
    static final KeyPair PAIR = pair();
    static final KeyPair OTHERS = pair();
    public static final VerifierKey LOG = key(PAIR);
    static final List<String> WORDS = List.of("2026年11月20日 10:00", "見本診療所 医師", "カルテを開きました");
    public static final Cosigner WITNESS = Cosigner.make("witness.example");

    private SampleReceipt() {}

    /// Of the sixth of thirteen events.
    public static String genuine() {
        return receipt(5, 13, PAIR, PAIR);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VerifierKey key(KeyPair pair) {
        return new VerifierKey(
                "log.example",
                SignatureLine.LOG,
                Arrays.copyOfRange(pair.getPublic().getEncoded(), 12, 44));
    }

    static String signed(String body, KeyPair pair) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(body.getBytes(StandardCharsets.UTF_8));
            return body + "\n" + new SignatureLine("log.example", key(pair).id(), signer.sign()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(n -> Hash.leaf(("event " + n).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /// The receipt of one of so many events.
    static String receipt(int index, int size, KeyPair words, KeyPair head) {
        var leaves = leaves(size);
        var checkpoint = new Checkpoint("log.example", size, ByDefinition.root(leaves));
        var note = signed(new ReceiptNote("log.example", WORDS, leaves.get(index)).body(), words);
        var signedHead =
                signed(checkpoint.body(), head) + WITNESS.line(checkpoint, Instant.EPOCH.plusSeconds(5)) + "\n";
        return SignedReceipt.text(note, index, ByDefinition.path(index, leaves), signedHead);
    }
}
