package hmnet.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CardNumbersTest {
    @Test
    void theCheckDigitIsThatOfTheStandardsExample() {
        // ISO 7064 gives 0794 with check digit 5 for MOD 11,10.
        assertThat(CardNumbers.checkDigit("0794")).isEqualTo(5);
    }

    @Test
    void noTwoResidentsShareACardAndNeighboursCannotBeGuessed() {
        var cards = LongStream.range(0, 20_000)
                .mapToObj(index -> CardNumbers.of(7, index))
                .collect(Collectors.toSet());
        assertThat(cards).hasSize(20_000).allMatch(card -> card.matches("[0-9]{13}"));
        assertThat(CardNumbers.of(7, 1).substring(0, 4))
                .isNotEqualTo(CardNumbers.of(7, 2).substring(0, 4));
    }
}
