package hmnet.consent.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.counter.CounterSearch;
import hmnet.people.patients.MyNumber;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers people type: of cards, and the one that is never taken.
class NumbersTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void everySlipOfOneDigitIsNoticed() {
        var number = CardNumber.random(RANDOM).value();
        for (var at = 0; at < number.length(); at++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var typed = number.substring(0, at) + digit + number.substring(at + 1);
                assertThat(CardNumber.parse(typed).isPresent()).as(typed).isEqualTo(typed.equals(number));
            }
        }
    }

    @Test
    void aCardIsReadAsItIsPrintedAndAsJapaneseKeyboardsTypeIt() {
        var card = CardNumber.random(RANDOM);
        assertThat(CardNumber.parse(card.printed())).contains(card);
        var wide = card.value().codePoints().map(c -> c - '0' + '０').toArray();
        assertThat(CardNumber.parse(new String(wide, 0, wide.length))).contains(card);
        assertThat(CardNumber.parse(
                        card.value().substring(0, 6) + "-" + card.value().substring(6)))
                .contains(card);
    }

    /// A crew once held a genuine card before the reader and was told that it was an individual number.
    @Test
    void theProofInTheQrOfACardIsNoIndividualNumber() {
        var proof = "HM1.5084470584184.1.48508396292d";
        assertThat(MyNumber.standsIn(proof)).as("by chance it reads like one").isTrue();
        assertThat(CardNumber.holdsMyNumber(proof)).isFalse();
        assertThat(CardNumber.holdsMyNumber(proof.toUpperCase(Locale.ROOT))).isFalse();
        for (var typed : List.of("123456789018", "HM1.123456789018", proof + " 123456789018", "1.48508396292d")) {
            assertThat(CardNumber.holdsMyNumber(typed)).as(typed).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "123456789012", "12345678901234", "123456789012a", "1234567890123'--"})
    void whatIsNoCardNumberIsNone(String text) {
        assertThat(CardNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new CardNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoCardsDoNotShareANumber() {
        assertThat(IntStream.range(0, 2000)
                        .mapToObj(n -> CardNumber.random(RANDOM).value())
                        .distinct())
                .hasSize(2000);
    }

    /// The ordinance's weights over 12345678901 leave the check digit 8.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789018",
                "1234 5678 9018",
                "1234-5678-9018",
                "１２３４５６７８９０１８",
                " 123456789018\n",
                "１２３４－５６７８－９０１８",
                "1234‐5678―9018",
                "1234–5678—9018",
                "1234ｰ5678ー9018",
                "1234\u00A05678\u200B9018",
                "1234・5678.9018",
                "①②③④⑤⑥⑦⑧⑨0①⑧",
                "１２３４　－　５６７８　－　９０１８"
            })
    void anIndividualNumberIsSeenThroughEveryWayOfTypingIt(String text) {
        assertThat(MyNumber.looksLike(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789010", "12345678901", "1234567890180", "", "カルテ番号"})
    void otherNumbersAreNotTakenForIt(String text) {
        assertThat(MyNumber.looksLike(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "番号 123456789018 です",
                "基町12-34 1234 5678 9018",
                "12 1234－5678－9018",
                "1 2 1234 5678 9018 3",
                "本人（1234 - 5678 - 9018）"
            })
    void anIndividualNumberIsSeenAmongOtherWordsAndNumbers(String text) {
        assertThat(MyNumber.standsIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"番号 1123456789018 です", "電話 082-000-0000", "基町12-34 見本荘567", "1234/5678/9018", ""})
    void whatHoldsNoneOfThoseTwelveDigitsIsTaken(String text) {
        assertThat(MyNumber.standsIn(text)).isFalse();
    }

    @Test
    void oneInElevenTwelveDigitNumbersOrFewerIsTakenForIt() {
        var hits = IntStream.range(0, 11_000)
                .filter(n -> MyNumber.looksLike("%012d".formatted(n * 7_919L + 100_000_000_000L)))
                .count();
        assertThat(hits).isBetween(700L, 1500L);
    }

    @ParameterizedTest
    @CsvSource({
        "S23.4.12,1948-04-12",
        "s23.4.12,1948-04-12",
        "昭和23年4月12日,1948-04-12",
        "昭和 ２３年 ４月１２日,1948-04-12",
        "19480412,1948-04-12",
        "1948-04-12,1948-04-12",
        "1948/4/12,1948-04-12",
        "1948年4月12日,1948-04-12",
        "令和元年5月1日,2019-05-01",
        "R1.5.1,2019-05-01",
        "H31/4/30,2019-04-30",
        "㍼64.1.7,1989-01-07",
        "M45.7.29,1912-07-29",
        "T1.7.30,1912-07-30"
    })
    void aBirthDateIsReadAsPeopleWriteIt(String typed, java.time.LocalDate meant) {
        assertThat(BirthDates.parse(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "昨日", "S23.13.1", "1948-02-30", "230412", "X1.1.1", "99999999"})
    void whatIsNoDateIsNone(String typed) {
        assertThat(BirthDates.parse(typed)).isEmpty();
    }

    /// The printed groups begin with twelve digits, of which one in ten bears the check digit of an individual number.
    @Test
    void aCardTypedAsPrintedIsNoIndividualNumber() {
        var alike = 0;
        for (var n = 0; n < 2_000; n++) {
            var number = CardNumber.random(RANDOM);
            alike += MyNumber.standsIn(number.printed()) ? 1 : 0;
            for (var typed :
                    List.of(number.printed(), number.value(), number.printed().replace(' ', '-'))) {
                assertThat(CardNumber.holdsMyNumber(typed)).as(typed).isFalse();
                assertThat(new CounterSearch(typed, "1961-02-03").problem())
                        .as(typed)
                        .isNull();
            }
        }
        assertThat(alike).as("numbers that tempt").isPositive();
        assertThat(CardNumber.holdsMyNumber("1234 5678 9018")).isTrue();
        assertThat(CardNumber.holdsMyNumber("マイナンバー 1234-5678-9018 です")).isTrue();
    }
}
