package hmnet.people.matching;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.people.bulkmatching.BulkMatch;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two charts compared on their own (一件ずつの名寄せ), with weights learned elsewhere.
class MatcherTest {
    private static final Chart TARO = Chart.of("見本　三太", "ミホン　サンタ")
            .born("19600708", "M")
            .home("990-0001", "見本市北区青葉町1丁目2番3号", "099-123-4567")
            .insured("06340001", "", "123456", "");

    private static Weights weights;

    @BeforeAll
    static void weightsAreLearned(@TempDir Path folder) throws Exception {
        var lines = new ArrayList<String>();
        lines.add(Matched.HEADER);
        InventedTown.charts(200).forEach(chart -> lines.add(chart.line()));
        weights = BulkMatch.learn(Files.write(folder.resolve("charts.csv"), lines), line -> {});
    }

    private static Match compared(Chart a, Chart b) {
        return new Matcher(weights)
                .compare(a.record("1", "F1").said(), b.record("2", "F2").said());
    }

    @Test
    void whatIsWrittenAlikeIsLinkedWithItsReasons() {
        var match = compared(TARO, TARO.home("9900001", "青葉町一丁目二番三号", ""));
        assertThat(match.outcome()).isEqualTo(MatchOutcome.LINK);
        assertThat(match.score()).isGreaterThan(.999);
        assertThat(match.evidence()).anySatisfy(one -> assertThat(one.words()).startsWith("生年月日：一致（+"));
    }

    @Test
    void aNamesakeOfTheSameDayElsewhereIsNeverLinkedUnseen() {
        var namesake = TARO.home("991-0009", "仮名市双葉9丁目9番9号", "099-999-9999").insured("06340029", "", "9", "");
        assertThat(compared(TARO, namesake).outcome()).isNotEqualTo(MatchOutcome.LINK);
    }

    @Test
    void anotherBranchOfTheSameInsuranceIsAnotherMemberOfTheFamily() {
        var brother = TARO.named("見本　六助", "ミホン　ロクスケ").insured("06340001", "", "123456", "03");
        assertThat(compared(TARO.insured("06340001", "", "123456", "02"), brother)
                        .outcome())
                .isNotEqualTo(MatchOutcome.LINK);
    }

    @Test
    void bothOrdersSayTheSame() {
        var other = TARO.named("見本三太", "").born("19600709", "");
        assertThat(compared(TARO, other).score())
                .isEqualTo(compared(other, TARO).score());
    }

    @Test
    void weightsSurviveBeingWrittenAndRead() throws Exception {
        var text = new StringWriter();
        try (var writer = new BufferedWriter(text)) {
            weights.write(writer);
        }
        var read = Weights.read(new BufferedReader(new StringReader(text.toString())));
        var other = TARO.named("見本　三汰", "ミホン　サンタ");
        var fresh = new Matcher(read).compare(TARO.said(), other.said());
        assertThat(fresh.outcome())
                .isEqualTo(
                        new Matcher(weights).compare(TARO.said(), other.said()).outcome());
    }
}
