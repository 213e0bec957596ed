package hmnet.people.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is one person and who is not (名寄せの判定), among six hundred charts of an invented town.
class PeopleTest {
    private static final Chart HANAKO = Chart.of("髙嶋　花子", "タカシマ　ハナコ")
            .born("19800405", "F")
            .home("998-0001", "広島県見本市北区見本町3丁目14番15号", "099-555-0001")
            .insured("06349999", "77", "123456", "00");

    @TempDir
    static Path folder;

    private static Matched matched;

    @BeforeAll
    static void theTownIsMatched() throws Exception {
        var charts = new ArrayList<>(InventedTown.charts(200));
        charts.addAll(List.of(
                HANAKO.record("hanako", "F1"),
                HANAKO.named("高島花子", "ﾀｶｼﾏ ﾊﾅｺ")
                        .home("9980001", "見本市北区見本町三丁目１４－１５", "0995550001")
                        .record("hanako-plain", "F2"),
                HANAKO.named("空見（髙嶋）　花子", "ソラミ　ハナコ").record("hanako-married", "F3"),
                HANAKO.named("空見　花子", "ソラミ　ハナコ").record("hanako-new-name", "F4"),
                HANAKO.born("昭和55年4月5日", "女").record("hanako-era", "F5")));
        charts.addAll(twins());
        charts.addAll(fatherAndSon());
        charts.addAll(babies());
        charts.addAll(List.of(
                HANAKO.named("例外　太郎", "レイガイ　タロウ")
                        .born("19510203", "M")
                        .number("8")
                        .record("taro", "F9")
                        .number("8"),
                Chart.of("別人　次郎", "ベツジン　ジロウ")
                        .born("19770809", "M")
                        .record("jiro", "F9")
                        .number("8")));
        matched = Matched.of(folder, charts);
    }

    private static List<Chart> twins() {
        var home = Chart.of("双葉　幸代", "フタバ　サチヨ")
                .born("20150607", "F")
                .home("998-0002", "見本市南区双子町1丁目2番3号", "099-555-0002")
                .insured("06349998", "12", "777", "");
        return List.of(
                home.insured("06349998", "12", "777", "02").record("sachiyo", "F1"),
                home.record("sachiyo-again", "F2"),
                home.named("双葉　幸子", "フタバ　サチコ")
                        .insured("06349998", "12", "777", "03")
                        .record("sachiko", "F1"),
                home.named("双葉　幸子", "フタバ　サチコ").record("sachiko-again", "F2"));
    }

    private static List<Chart> fatherAndSon() {
        var father = Chart.of("親川　大樹", "オヤカワ　ダイキ")
                .born("19701112", "M")
                .home("998-0003", "仮名市親子町5番6号", "099-555-0003")
                .insured("340999", "", "4242", "00");
        return List.of(
                father.record("father", "F1"),
                father.record("father-again", "F2"),
                father.born("20011015", "M").insured("340999", "", "4242", "02").record("son", "F1"),
                father.born("20011015", "M").insured("340999", "", "4242", "02").record("son-again", "F2"));
    }

    private static List<Chart> babies() {
        var child = Chart.of("乳井　望", "ニュウイ　ノゾミ")
                .born("20240101", "M")
                .home("998-0004", "例田市乳児町7丁目8番9号", "099-555-0004")
                .insured("06349997", "3", "31", "");
        return List.of(
                child.record("child", "F1"), child.named("乳井ベビー", "ﾆｭｳｲ ﾍﾞﾋﾞｰ").record("baby", "F2"));
    }

    @Test
    void oldAndNewCharactersAreOneName() {
        assertThat(matched.together("hanako", "hanako-plain")).isTrue();
    }

    @Test
    void aMarriedNameIsFoundByTheFormerOneBesideIt() {
        assertThat(matched.together("hanako", "hanako-married")).isTrue();
        assertThat(matched.together("hanako", "hanako-new-name")).isTrue();
    }

    @Test
    void aDateOfAnEraIsTheSameDay() {
        assertThat(matched.together("hanako", "hanako-era")).isTrue();
    }

    @Test
    void twinsStayTwo() {
        assertThat(matched.together("sachiyo", "sachiyo-again")).isTrue();
        assertThat(matched.together("sachiko", "sachiko-again")).isTrue();
        assertThat(matched.together("sachiyo", "sachiko")).isFalse();
    }

    @Test
    void fatherAndSonOfOneNameAtOneAddressStayTwo() {
        assertThat(matched.together("father", "father-again")).isTrue();
        assertThat(matched.together("son", "son-again")).isTrue();
        assertThat(matched.together("father", "son")).isFalse();
    }

    @Test
    void aBabysChartWaitsForAHuman() {
        assertThat(matched.together("child", "baby")).isFalse();
        assertThat(matched.asked("child", "baby")).isTrue();
    }

    @Test
    void oneChartNumberForTwoPeopleIsAskedAboutAndNotLinked() {
        assertThat(matched.together("taro", "jiro")).isFalse();
        assertThat(matched.asked("taro", "jiro")).isTrue();
    }

    @Test
    void theTownsPeopleAreWhoTheyAre() {
        var wrong = matched.cluster().entrySet().stream()
                .filter(row -> row.getKey().startsWith("T"))
                .filter(row ->
                        !row.getValue().substring(0, 6).equals(row.getKey().substring(0, 6)))
                .toList();
        assertThat(wrong).isEmpty();
        assertThat(matched.cluster().values().stream()
                        .filter(head -> head.startsWith("T"))
                        .distinct())
                .hasSizeLessThan(220);
    }

    @Test
    void theOrderOfArrivalChangesNothing(@TempDir Path elsewhere) throws Exception {
        var charts = new ArrayList<>(InventedTown.charts(150));
        var inOrder = Matched.of(elsewhere, charts);
        Collections.shuffle(charts, new Random(3));
        var shuffled = Matched.of(elsewhere, charts);
        assertThat(shuffled.cluster()).isEqualTo(inOrder.cluster());
        assertThat(shuffled.review()).isEqualTo(inOrder.review());
    }
}
