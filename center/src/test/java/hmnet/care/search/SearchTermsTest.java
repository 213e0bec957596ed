package hmnet.care.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A word is found however it is written, and whatever else it is called.
class SearchTermsTest {
    private static boolean finds(String asked, String... pieces) {
        return SearchTerms.of(asked, Synonyms::of).in(List.of(pieces)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "ﾜﾙﾌｧﾘﾝ, ワルファリンK錠1mg",
        "わるふぁりん, ワルファリンK錠1mg",
        "ワーファリン, ワルファリンK錠1mg",
        "ロキソニン, ロキソプロフェンNa錠60mg",
        "HbA1c, ヘモグロビンA1c 6.9 %",
        "ヘモグロビンＡ１ｃ, HbA1c（NGSP） 6.9 %",
        "高血圧, 本態性高血圧症",
        "HT, 高血圧症",
        "k, カリウム 5.3 mEq/L",
        "GOT, AST 48 U/L",
        "心房細動, 発作性AF"
    })
    void aWordIsFoundByItsOtherSpellings(String asked, String shown) {
        assertThat(finds(asked, shown)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"K, OK です", "CT, ACTH 30", "HT, 60 HTLV", "ワルファリン, アスピリン", "高血圧, 低血圧"})
    void anAbbreviationIsNotFoundInsideAnotherWordNorOneThingForAnother(String asked, String shown) {
        assertThat(finds(asked, shown)).isFalse();
    }

    @Test
    void allWordsAreToBeFoundAndThePieceOfTheFirstIsShown() {
        var terms = SearchTerms.of("K　血清", Synonyms::of);
        assertThat(terms.in(List.of("検査", "カリウム 5.3", "血清"))).contains("カリウム 5.3");
        assertThat(terms.in(List.of("検査", "カリウム 5.3", "尿"))).isEmpty();
    }

    @Test
    void nothingAskedFindsNothingAndNoMoreThanFiveWordsAreTaken() {
        assertThat(finds("  ", "カリウム")).isFalse();
        assertThat(SearchTerms.of("a b c d e f g", List::of).each()).hasSize(5);
    }
}
