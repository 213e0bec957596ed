package hmnet.ground.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the log says of an address that somebody wrote a number into.
class LongNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /people/123456789018",
                "GET /people?card=1234-5678-9018&x=1",
                "GET /people/1234%205678%209018/",
                "GET /people/１２３４５６７８９０１８",
                "GET /x?q=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96%EF%BC%97%EF%BC%98%EF%BC%99%EF%BC%90%EF%BC%91%EF%BC%98"
            })
    void twelveDigitsAreNotSaid(String line) {
        assertThat(LongNumbers.masked(line)).startsWith("GET /").contains("…").doesNotContain("5678", "５", "%95");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inbox 3001 could not be read",
                "0190a2b4-1c5e-7d31-9a2f-123456789018 is finished",
                "took 20260401102030123 ns",
                "hmnet 4.1.0 on 10.0.0.12:8443"
            })
    void otherWordsStand(String line) {
        assertThat(LongNumbers.masked(line)).isEqualTo(line);
    }
}
