package hmnet.care.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.record.charts.CareSpan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class RangeQueryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void aPeriodBeginsAtMidnightInJapan() {
        assertThat(new RangeQuery("3m", null).span(Period.ONE_YEAR, TODAY).from())
                .isEqualTo(OffsetDateTime.parse("2026-08-21T00:00:00+09:00"));
    }

    @Test
    void whatCannotBeUnderstoodIsAsIfItWereNotThere() {
        assertThat(new RangeQuery("ever", "soon").span(Period.ALL, TODAY)).isEqualTo(CareSpan.all());
        assertThat(new RangeQuery("ever", "").periodOr(Period.SIX_MONTHS)).isEqualTo(Period.SIX_MONTHS);
    }

    @Test
    void olderPagesEndBeforeTheAskedMoment() {
        assertThat(new RangeQuery(null, "2026-10-01T00:00:00Z").span().until())
                .isEqualTo(OffsetDateTime.parse("2026-10-01T00:00:00Z"));
    }
}
