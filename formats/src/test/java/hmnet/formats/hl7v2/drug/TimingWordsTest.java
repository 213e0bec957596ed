package hmnet.formats.hl7v2.drug;

import static hmnet.formats.hl7v2.ReadChart.parsed;
import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import org.junit.jupiter.api.Test;

/// What a TQ1 says, in words, and how much at most (用法の言葉と上限).
class TimingWordsTest {
    private static Segment tq1(String... fields) {
        return parsed(segment("TQ1", fields));
    }

    @Test
    void everythingATimingSaysStandsInWords() {
        var all = tq1(
                "2=2^回",
                "4=0830~17:00~朝",
                "5=6^時間",
                "6=5^D",
                "7=202604010830",
                "8=20260405",
                "9=S^いそぎ^HL70485~X^自費^99XYZ",
                "10=発熱時",
                "11=起きてから",
                "12=S",
                "13=30^分",
                "14=3");
        assertThat(TimingWords.of(all))
                .containsExactly(
                        "数量 2回",
                        "時刻 08:30・17:00",
                        "5日間",
                        "開始 2026/4/1 08:30",
                        "終了 2026/4/5",
                        "条件 発熱時",
                        "起きてから",
                        "3回",
                        "時刻 朝",
                        "間隔 6時間",
                        "優先度 至急",
                        "優先度 自費",
                        "1回の時間 30分",
                        "次の用法 これに続けて");
        assertThat(TimingWords.beside(all))
                .isEqualTo("時刻 08:30・17:00 条件 発熱時 起きてから 時刻 朝 間隔 6時間 優先度 至急 優先度 自費 1回の時間 30分 次の用法 これに続けて");
    }

    @Test
    void aTimingThatSaysNothingMoreHasNoWords() {
        assertThat(TimingWords.of(tq1("1=1", "9=R^通常^HL70485"))).isEmpty();
        assertThat(TimingWords.beside(tq1("1=1"))).isEmpty();
    }

    @Test
    void whatIsNoNumberStandsAsSent() {
        assertThat(TimingWords.of(tq1("6=2^週", "14=数回", "12=Q"))).containsExactly("投与期間 2週", "回数 数回", "次の用法 Q");
    }

    @Test
    void theCodesOfAPriorityAreSaid() {
        assertThat(TimingWords.priority("A", "")).isEqualTo("できるだけ早く");
        assertThat(TimingWords.priority("P", "")).isEqualTo("手術前");
        assertThat(TimingWords.priority("R", "通常")).isEmpty();
        assertThat(TimingWords.priority("Z", "夜間")).isEqualTo("夜間");
    }

    @Test
    void aLimitIsAnAmountInATimeOrWords() {
        assertThat(DoseLimits.isLimit("1日3回まで")).isTrue();
        assertThat(DoseLimits.isLimit("最大 4錠")).isTrue();
        assertThat(DoseLimits.isLimit("疼痛時")).isFalse();
        assertThat(DoseLimits.of("1日に 4錠 まで")).isEqualTo(new DoseLimit(Amount.of("4", "錠"), Amount.of("1", "日"), ""));
        assertThat(DoseLimits.of("疼痛時 1日に 4錠 まで"))
                .isEqualTo(new DoseLimit(Amount.of("4", "錠"), Amount.of("1", "日"), "疼痛時"));
        assertThat(DoseLimits.of("1日3回以内")).isEqualTo(DoseLimit.of("1日3回以内"));
    }
}
