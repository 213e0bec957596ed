package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.Demographics;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which spelling of a name a chart shows.
class RichestNameTest {
    private static final OffsetDateTime APRIL = OffsetDateTime.parse("2026-04-01T09:00:00+09:00");

    @ParameterizedTest
    @CsvSource(textBlock = """
            髙橋,   高橋,   髙橋
            高橋,   髙橋,   髙橋
            髙橋,   〓橋,   髙橋
            髙橋,   ■橋,   髙橋
            髙橋,   ?橋,    髙橋
            〓橋,   高橋,   高橋
            髙〓,   高橋,   髙橋
            濵﨑,   浜〓,   濵﨑
            葛󠄀城,  葛城,   葛󠄀城
            佐々木, 佐佐木, 佐佐木
            佐佐木, 佐々木, 佐々木
            架空,   見本,   見本
            髙橋,   見本,   見本
            高橋,   高橋田, 高橋田
            """)
    void aPoorerSpellingNeverReplacesARicherOne(String before, String later, String shown) {
        assertThat(after(before, later, true).familyName()).isEqualTo(shown);
        assertThat(after(before, later, false).familyName())
                .as("by any message")
                .isEqualTo(shown);
    }

    @Test
    void aReadingStaysWithTheNameThatIsWrittenPoorerLater() {
        var poorer = new Demographics("〓橋", "花子", "", "", null, "female", "", "", "", null);
        var shown = epoch(called("髙橋"))
                .after(new PatientClaim("1", poorer, APRIL.plusDays(1), true))
                .shown();
        assertThat(List.of(shown.familyName(), shown.familyKana())).containsExactly("髙橋", "タカハシ");
    }

    @Test
    void anOlderMessageThatWritesTheNameRicherIsHeardToo() {
        var late = new PatientClaim("1", called("髙橋"), APRIL.minusDays(30), true);
        assertThat(epoch(called("高橋")).after(late).shown().familyName()).isEqualTo("髙橋");
        var other = new PatientClaim("1", called("見本"), APRIL.minusDays(30), true);
        assertThat(epoch(called("高橋")).after(other).shown().familyName()).isEqualTo("高橋");
    }

    private static Demographics after(String before, String later, boolean master) {
        var epoch = new Epoch(1, 1, called(before), master ? 1 : 0, APRIL, null);
        return epoch.after(new PatientClaim("1", called(later), APRIL.plusDays(1), master))
                .shown();
    }

    private static Epoch epoch(Demographics shown) {
        return new Epoch(1, 1, shown, 1, APRIL, null);
    }

    private static Demographics called(String family) {
        return new Demographics(family, "花子", "タカハシ", "ハナコ", LocalDate.of(1950, 2, 28), "female", "", "", "", null);
    }
}
