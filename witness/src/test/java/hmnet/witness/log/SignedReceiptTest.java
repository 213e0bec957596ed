package hmnet.witness.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.witness.log.SignedReceipt.ReceiptCheck;
import hmnet.witness.log.SignedReceipt.ReceiptVerdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What a receipt is worth to whoever has nothing but the key of the log.
class SignedReceiptTest {
    private static final KeyPair PAIR = pair();
    private static final KeyPair OTHERS = pair();
    private static final VerifierKey KEY = key(PAIR);
    private static final List<String> WORDS = List.of("2026年11月20日 10:00", "見本診療所 医師", "カルテを開きました");
    private static final Cosigner WITNESS = Cosigner.make("witness.example");

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

    private static String signed(String body, KeyPair pair) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(body.getBytes(StandardCharsets.UTF_8));
            return body + "\n" + new SignatureLine("log.example", key(pair).id(), signer.sign()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(n -> Hash.leaf(("event " + n).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /// The receipt of one of so many events.
    private static String receipt(int index, int size, KeyPair words, KeyPair head) {
        var leaves = leaves(size);
        var checkpoint = new Checkpoint("log.example", size, ByDefinition.root(leaves));
        var note = signed(new ReceiptNote("log.example", WORDS, leaves.get(index)).body(), words);
        var signedHead =
                signed(checkpoint.body(), head) + WITNESS.line(checkpoint, Instant.EPOCH.plusSeconds(5)) + "\n";
        return SignedReceipt.text(note, index, ByDefinition.path(index, leaves), signedHead);
    }

    private static ReceiptCheck check(String file) {
        return SignedReceipt.check(
                file,
                KEY,
                List.of(WITNESS.verifier(), Cosigner.make("silent.example").verifier()));
    }

    @Property(tries = 40)
    void aReceiptOfAnyEventIsGenuine(@ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int n) {
        var index = n % size;
        assertThat(check(receipt(index, size, PAIR, PAIR)))
                .isEqualTo(new ReceiptCheck(ReceiptVerdict.GENUINE, WORDS, index, size, List.of("witness.example")));
    }

    @Example
    void mailMayChangeTheEndsOfItsLines() {
        var mailed = "\uFEFF" + receipt(3, 9, PAIR, PAIR).replace("\n", "\r\n") + "\r\n\r\n";
        assertThat(check(mailed).verdict()).isEqualTo(ReceiptVerdict.GENUINE);
    }

    @Property(tries = 120)
    void aLetterThatIsChangedIsFoundOut(@ForAll @IntRange(max = 4_000) int place) {
        var text = receipt(5, 13, PAIR, PAIR);
        var end = text.indexOf("— witness.example");
        var at = place % end;
        var letter = text.charAt(at) == 'A' ? 'B' : 'A';
        assertThat(check(text.substring(0, at) + letter + text.substring(at + 1))
                        .verdict())
                .isNotEqualTo(ReceiptVerdict.GENUINE);
    }

    @Example
    void eachFaultHasItsName() {
        var genuine = receipt(5, 13, PAIR, PAIR);
        assertThat(check(genuine.replace("見本診療所", "別の診療所")).verdict()).isEqualTo(ReceiptVerdict.CHANGED);
        assertThat(check(receipt(5, 13, OTHERS, PAIR)).verdict()).isEqualTo(ReceiptVerdict.CHANGED);
        assertThat(check(receipt(5, 13, PAIR, OTHERS)).verdict()).isEqualTo(ReceiptVerdict.UNSIGNED);
        assertThat(check(genuine.replace("index 5\n", "index 6\n")).verdict()).isEqualTo(ReceiptVerdict.NOT_IN_LOG);
        assertThat(check(genuine.substring(0, 150)).verdict()).isEqualTo(ReceiptVerdict.UNREADABLE);
        assertThat(check("").verdict()).isEqualTo(ReceiptVerdict.UNREADABLE);
        assertThat(check("x".repeat(SignedReceipt.CHARACTERS_MAX + 1)).verdict())
                .isEqualTo(ReceiptVerdict.UNREADABLE);
    }

    @Example
    void aHeadOfTheLogIsNoReceiptAndAReceiptNoHead() {
        var leaves = leaves(4);
        var head = signed(new Checkpoint("log.example", 4, ByDefinition.root(leaves)).body(), PAIR);
        assertThat(check(head).verdict()).isEqualTo(ReceiptVerdict.UNREADABLE);
        assertThat(check(SignedReceipt.text(head, 0, ByDefinition.path(0, leaves), head))
                        .verdict())
                .isEqualTo(ReceiptVerdict.UNREADABLE);
        var words = new ReceiptNote(
                "log.example", List.of("4", ByDefinition.root(leaves).toString()), leaves.getFirst());
        var receipt = signed(words.body(), PAIR);
        assertThatThrownBy(() -> KEY.signed(receipt)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void wordsThatWouldMakeLinesOfTheirOwnAreOneLine() {
        var note = new ReceiptNote("log.example", List.of("一\nleaf 偽", "", "二\u0007"), Hash.EMPTY);
        assertThat(note.words()).containsExactly("一 leaf 偽", "二");
        assertThat(ReceiptNote.read(note.body())).isEqualTo(note);
    }
}
