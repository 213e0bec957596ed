package hmnet.consent.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Numbers of the cards in people's wallets.
class CardSchemeTest {
    private static CardScheme scheme(CheckRule checkRule, String... forms) {
        return new CardScheme(
                "old",
                CardKind.HM,
                null,
                "初期のカード",
                checkRule,
                null,
                List.of(forms).stream().map(Pattern::compile).toList());
    }

    @Test
    void oneNumberIsReadPrintedFromTheStripeAndFromTheBarcode() {
        var old = scheme(
                CheckRule.LUHN,
                "(?<number>[0-9]{10})",
                ";(?<number>[0-9]{10})=[0-9]{0,16}\\?",
                "[A-D](?<number>[0-9]{10})[A-D]");
        var number = "1234567897";
        assertThat(old.read("1234-5678 97")).contains(new CardCode("old", number));
        assertThat(old.read("１２３４５６７８９７")).contains(new CardCode("old", number));
        assertThat(old.read(";" + number + "=9912?")).contains(new CardCode("old", number));
        assertThat(old.read("A" + number + "B")).contains(new CardCode("old", number));
        assertThat(old.read("1234567890")).isEmpty();
        assertThat(old.read(number + "x".repeat(200_000))).isEmpty();
    }

    @Test
    void theCheckRulesAreTheKnownOnes() {
        assertThat(CheckRule.MOD10.holds("4006381333931")).isTrue();
        assertThat(CheckRule.MOD10.holds("4006381333932")).isFalse();
        assertThat(CheckRule.MOD11.holds("794623")).isTrue();
        assertThat(CheckRule.MOD11.holds("794624")).isFalse();
        assertThat(CheckRule.NONE.holds("AB-1")).isTrue();
        assertThat(CheckRule.LUHN.holds("79927398713")).isTrue();
        assertThat(CheckRule.LUHN.holds("79927398710")).isFalse();
        assertThat(CheckRule.LUHN.holds("")).isFalse();
    }
}
