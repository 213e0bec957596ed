package hmnet.witness.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.witness.log.SignedReceipt.ReceiptCheck;
import hmnet.witness.log.SignedReceipt.ReceiptVerdict;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What a receipt is worth to whoever has nothing but the key of the log.
class SignedReceiptTest {
    private static ReceiptCheck check(String file) {
        return SignedReceipt.check(
                file,
                SampleReceipt.LOG,
                List.of(
                        SampleReceipt.WITNESS.verifier(),
                        Cosigner.make("silent.example").verifier()));
    }

    @Property(tries = 40)
    void aReceiptOfAnyEventIsGenuine(@ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int n) {
        var index = n % size;
        assertThat(check(SampleReceipt.receipt(index, size, SampleReceipt.PAIR, SampleReceipt.PAIR)))
                .isEqualTo(new ReceiptCheck(
                        ReceiptVerdict.GENUINE, SampleReceipt.WORDS, index, size, List.of("witness.example")));
    }

    @Example
    void mailMayChangeTheEndsOfItsLines() {
        var mailed = "\uFEFF"
                + SampleReceipt.receipt(3, 9, SampleReceipt.PAIR, SampleReceipt.PAIR)
                        .replace("\n", "\r\n") + "\r\n\r\n";
        assertThat(check(mailed).verdict()).isEqualTo(ReceiptVerdict.GENUINE);
    }

    @Property(tries = 300)
    void aLetterThatIsChangedIsFoundOut(@ForAll @IntRange(max = 4_000) int place) {
        var text = SampleReceipt.receipt(5, 13, SampleReceipt.PAIR, SampleReceipt.PAIR);
        var end = text.indexOf("— witness.example");
        var at = place % end;
        var letter = text.charAt(at) == 'A' ? 'B' : 'A';
        assertThat(check(text.substring(0, at) + letter + text.substring(at + 1))
                        .verdict())
                .as("changed at %d", at)
                .isNotEqualTo(ReceiptVerdict.GENUINE);
    }

    @Example
    void eachFaultHasItsName() {
        var genuine = SampleReceipt.receipt(5, 13, SampleReceipt.PAIR, SampleReceipt.PAIR);
        assertThat(check(genuine.replace("見本診療所", "別の診療所")).verdict()).isEqualTo(ReceiptVerdict.CHANGED);
        assertThat(check(SampleReceipt.receipt(5, 13, SampleReceipt.OTHERS, SampleReceipt.PAIR))
                        .verdict())
                .isEqualTo(ReceiptVerdict.CHANGED);
        assertThat(check(SampleReceipt.receipt(5, 13, SampleReceipt.PAIR, SampleReceipt.OTHERS))
                        .verdict())
                .isEqualTo(ReceiptVerdict.UNSIGNED);
        assertThat(check(genuine.replace("index 5\n", "index 6\n")).verdict()).isEqualTo(ReceiptVerdict.NOT_IN_LOG);
        assertThat(check(genuine.substring(0, 150)).verdict()).isEqualTo(ReceiptVerdict.UNREADABLE);
        assertThat(check("").verdict()).isEqualTo(ReceiptVerdict.UNREADABLE);
        assertThat(check("x".repeat(SignedReceipt.CHARACTERS_MAX + 1)).verdict())
                .isEqualTo(ReceiptVerdict.UNREADABLE);
    }

    @Example
    void aHeadOfTheLogIsNoReceiptAndAReceiptNoHead() {
        var leaves = SampleReceipt.leaves(4);
        var head = SampleReceipt.signed(
                new Checkpoint("log.example", 4, ByDefinition.root(leaves)).body(), SampleReceipt.PAIR);
        assertThat(check(head).verdict()).isEqualTo(ReceiptVerdict.UNREADABLE);
        assertThat(check(SignedReceipt.text(head, 0, ByDefinition.path(0, leaves), head))
                        .verdict())
                .isEqualTo(ReceiptVerdict.UNREADABLE);
        var words = new ReceiptNote(
                "log.example", List.of("4", ByDefinition.root(leaves).toString()), leaves.getFirst());
        var receipt = SampleReceipt.signed(words.body(), SampleReceipt.PAIR);
        assertThatThrownBy(() -> SampleReceipt.LOG.signed(receipt)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void wordsThatWouldMakeLinesOfTheirOwnAreOneLine() {
        var note = new ReceiptNote("log.example", List.of("一\nleaf 偽", "", "二\u0007"), Hash.EMPTY);
        assertThat(note.words()).containsExactly("一 leaf 偽", "二");
        assertThat(ReceiptNote.read(note.body())).isEqualTo(note);
    }
}
