package hmnet.office.reviewdesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.office.reviewdesk.PairScreen.Difference;
import hmnet.office.reviewdesk.PairScreen.Difference.Piece;
import hmnet.office.reviewdesk.PairScreen.FieldComparison;
import hmnet.office.reviewdesk.PairScreen.FieldComparison.Agreement;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void oneCharacterOfANameIsMarkedAndNoOther() {
        var difference = Difference.of("見本　由合子", "見本　百合子");
        assertThat(difference.one())
                .containsExactly(new Piece("見本　", false), new Piece("由", true), new Piece("合子", false));
        assertThat(difference.other())
                .containsExactly(new Piece("見本　", false), new Piece("百", true), new Piece("合子", false));
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsOneCharacter() {
        assertThat(Difference.of("𠮷三", "吉三").one()).containsExactly(new Piece("𠮷", true), new Piece("三", false));
    }

    @Test
    void anotherSpellingIsSaidToBeOneAndNotADifference() {
        UnaryOperator<String> folded = text -> text.replace('髙', '高');
        assertThat(FieldComparison.line("name", "髙橋", "高橋", folded).likeness()).isEqualTo(Agreement.SPELLING);
        assertThat(FieldComparison.line("name", "髙橋", "高木", folded).likeness()).isEqualTo(Agreement.DIFFERENT);
        assertThat(FieldComparison.line("name", "", "高橋", folded).likeness()).isEqualTo(Agreement.ONE_SIDED);
        assertThat(FieldComparison.line("name", "", "", folded).likeness()).isEqualTo(Agreement.UNKNOWN);
    }

    @Property(tries = 200)
    void thePiecesAreTheTextsAndWhatIsPlainIsCommon(
            @ForAll @StringLength(max = 12) String one, @ForAll @StringLength(max = 12) String other) {
        var difference = Difference.of(one, other);
        assertThat(joined(difference.one(), true)).isEqualTo(one);
        assertThat(joined(difference.other(), true)).isEqualTo(other);
        assertThat(joined(difference.one(), false)).isEqualTo(joined(difference.other(), false));
    }

    private static String joined(java.util.List<Piece> pieces, boolean all) {
        return pieces.stream()
                .filter(piece -> all || !piece.differs())
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
