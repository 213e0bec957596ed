package hmnet.people.matching;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.people.bulkmatching.BulkMatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People whom each clerk writes otherwise (外国人・通称名・新生児の名寄せ), pair by pair.
class ForeignPeopleTest {
    private static final Chart HOME = Chart.of("", "")
            .born("19980412", "F")
            .home("990-0007", "見本市北区青葉町1丁目2番3号", "070-0000-0101")
            .insured("06340001", "", "777001", "");
    private static final Chart NURSE = HOME.named("NGUYEN　THI HUONG", "グエン　ティ フオン");

    private static Weights weights;

    @BeforeAll
    static void weightsAreLearned(@TempDir Path folder) throws Exception {
        var lines = new ArrayList<String>();
        lines.add(Matched.HEADER);
        InventedTown.charts(200).forEach(chart -> lines.add(chart.line()));
        weights = BulkMatch.learn(Files.write(folder.resolve("charts.csv"), lines), line -> {});
    }

    private static MatchOutcome outcome(Chart a, Chart b) {
        return new Matcher(weights)
                .compare(a.record("1", "F1").said(), b.record("2", "F2").said())
                .outcome();
    }

    @Test
    void aVietnameseNurseIsOneInThreeSpellings() {
        var turned = HOME.named("THI HUONGNGUYEN", "ﾃｲ ﾌｵﾝ ｸﾞｴﾝ");
        var katakana = HOME.named("グェン　ティフォン", "グェン　ティフォン");
        var unread = HOME.named("Huong Nguyen Thi", "");
        assertThat(outcome(NURSE, turned)).isEqualTo(MatchOutcome.LINK);
        assertThat(outcome(NURSE, katakana)).isEqualTo(MatchOutcome.LINK);
        assertThat(outcome(turned, katakana)).isEqualTo(MatchOutcome.LINK);
        assertThat(outcome(unread, katakana)).isEqualTo(MatchOutcome.LINK);
    }

    @Test
    void herColleagueAtTheSameDormitoryIsAnother() {
        var colleague = NURSE.named("NGUYEN　THI LAN", "グエン　ティ ラン").insured("06340001", "", "777002", "");
        assertThat(outcome(NURSE, colleague)).isNotEqualTo(MatchOutcome.LINK);
        assertThat(outcome(NURSE, colleague.born("19991103", "F"))).isEqualTo(MatchOutcome.SEPARATE);
    }

    @Test
    void aBrazilianWithFourNamesIsKnownByTwoOfThem() {
        var ana = HOME.named("SOUZA PEREIRA　ANA CAROLINA", "ソウザ ペレイラ　アナ カロリナ");
        assertThat(outcome(ana, HOME.named("ANA CAROLINA SOUZA PEREIRA", "アナ カロリーナ ソーザ ペレイラ")))
                .isEqualTo(MatchOutcome.LINK);
        assertThat(outcome(ana, HOME.named("PEREIRA　ANA", "ペレイラ　アナ"))).isEqualTo(MatchOutcome.LINK);
        assertThat(outcome(ana, HOME.named("カロリナ　ペレイラ", "カロリナ　ペレイラ"))).isEqualTo(MatchOutcome.LINK);
    }

    @Test
    void charactersAndThePassportAreOneName() {
        var characters = HOME.named("李　暁明", "リ　ギョウメイ");
        assertThat(outcome(characters, HOME.named("XIAOMING　LI", "シャオミン　リー"))).isEqualTo(MatchOutcome.LINK);
        assertThat(outcome(characters, HOME.named("LI　JUN", "リー　ジュン"))).isNotEqualTo(MatchOutcome.LINK);
        assertThat(outcome(HOME.named("朴　相哲", "パク　サンチョル"), HOME.named("SANGCHUL　PARK", "")))
                .isEqualTo(MatchOutcome.LINK);
    }

    @Test
    void charactersWithoutASpaceAreOneNameWithThePassport() {
        var characters = HOME.named("姜恩秀", "キョウ オンシュウ");
        assertThat(outcome(characters, HOME.named("EUNSOO　KANG", "ウンス カン"))).isEqualTo(MatchOutcome.LINK);
        assertThat(outcome(characters, HOME.named("カン　ウンス", "カン ウンス"))).isEqualTo(MatchOutcome.LINK);
        assertThat(outcome(characters, HOME.named("KANG　MINHO", "カン ミンホ"))).isNotEqualTo(MatchOutcome.LINK);
    }

    /// Her own reading, the Japanese one and the passport: two of them say nothing of each other, and contradict
    /// nothing.
    @Test
    void aNameInTwoScriptsReadOtherwiseContradictsNobody() {
        var own = HOME.named("劉　梓晴", "リュウ　シセイ").record("1", "F1").said();
        var passport = HOME.named("LIU　ZIQING", "リウ　ズーチン").record("2", "F2").said();
        var match = new Matcher(weights).compare(own, passport);
        assertThat(match.contradictory()).isFalse();
        assertThat(match.outcome()).isNotEqualTo(MatchOutcome.LINK);
        var sister = HOME.named("LIU　ZIQING", "リウ　ズーチン")
                .born("19990101", "F")
                .record("3", "F3")
                .said();
        assertThat(new Matcher(weights).compare(own, sister).contradictory()).isTrue();
    }

    @Test
    void inKanaAloneThreeNamesAreOneInAnotherTranscription() {
        var maria = HOME.named("クルス　クリスティアン マイケル", "クルス　クリスティアン マイケル");
        assertThat(outcome(maria, HOME.named("クルス　クリスチャン マイケル", "クルス　クリスチャン マイケル")))
                .isEqualTo(MatchOutcome.LINK);
    }

    @Test
    void aFatherAndASonOfOneNameAreNoQuestion() {
        var father = HOME.named("見本　正浩", "ミホン　マサヒロ").born("19501103", "M");
        assertThat(outcome(father, father.born("19800721", "M"))).isEqualTo(MatchOutcome.SEPARATE);
        var branch = father.insured("06340001", "12", "777001", "00");
        assertThat(outcome(branch, branch.born("19501213", "M").insured("06340001", "12", "777001", "00")))
                .as("a branch of one's own")
                .isNotEqualTo(MatchOutcome.SEPARATE);
    }

    @Test
    void aNameOfDailyLifeIsKnownWhereItStandsBesideTheOther() {
        var known = HOME.named("鄭　成浩（見本　正浩）", "チョン　ソンホ");
        assertThat(outcome(known, HOME.named("見本　正浩", "ミホン　マサヒロ"))).isEqualTo(MatchOutcome.LINK);
    }

    @Test
    void aNameOfDailyLifeAloneWaitsForAHuman() {
        var own = HOME.named("崔　恩珠", "チェ　ウンジュ");
        var alias = HOME.named("見本　恵", "ミホン　メグミ");
        assertThat(outcome(own, alias)).isEqualTo(MatchOutcome.REVIEW);
        assertThat(outcome(own, alias.born("19980413", "F"))).isEqualTo(MatchOutcome.SEPARATE);
        assertThat(outcome(own, alias.home("991-0001", "仮名市双葉9番9号", "").insured("", "", "", "")))
                .isEqualTo(MatchOutcome.SEPARATE);
    }

    @Test
    void aBabyAndTheNamedChildWaitForAHumanAndSoDoTwins() {
        var child = HOME.named("見本　二葉", "ミホン　フタバ").born("20260302", "F");
        for (var name : new String[] {"見本ベビー", "見本　女児", "見本　四季ベビー", "見本女児", "見本　第一子"}) {
            var baby = child.named(name, "ミホン　ベビー").insured("", "", "", "");
            assertThat(outcome(child, baby)).as(name).isEqualTo(MatchOutcome.REVIEW);
            assertThat(outcome(child.named("見本　三葉", "ミホン　ミツバ"), baby)).as(name).isEqualTo(MatchOutcome.REVIEW);
        }
        assertThat(outcome(child, child.named("見本　三葉", "ミホン　ミツバ"))).isNotEqualTo(MatchOutcome.LINK);
    }

    @Test
    void twoWhoShareConsonantsInJapaneseAreNotTakenForOne() {
        var boy = HOME.named("ワタナベ　ショウタ", "ワタナベ　ショウタ");
        assertThat(outcome(boy, HOME.named("ワタナベ　ショウト", "ワタナベ　ショウト").insured("", "", "", "")))
                .isNotEqualTo(MatchOutcome.LINK);
        assertThat(outcome(boy, HOME.named("渡辺　セイト", "ワタナベ　セイト"))).isNotEqualTo(MatchOutcome.LINK);
    }
}
