package hmnet.care.plainwords;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.plainwords.PlainWords.PlainWord;
import hmnet.care.plainwords.PlainWords.PlainWordKind;
import hmnet.ground.design.Language;
import org.junit.jupiter.api.Test;

/// Terms are explained whole or not at all.
class PlainWordsTest {
    @Test
    void aTermIsFoundInAnyWidthAndCaseButNeverByAPart() {
        assertThat(PlainWords.of(PlainWordKind.TEST, "ＨｂＡ１ｃ"))
                .map(PlainWord::term)
                .contains("HbA1c");
        assertThat(PlainWords.of(PlainWordKind.TEST, "got"))
                .map(PlainWord::term)
                .contains("AST");
        assertThat(PlainWords.of(PlainWordKind.TEST, "尿中クレアチニン")).isEmpty();
        assertThat(PlainWords.of(PlainWordKind.DRUG, "HbA1c")).isEmpty();
    }

    @Test
    void aDrugIsExplainedByWhatIsSurelyKnownOfItsName() {
        assertThat(PlainWords.ofDrug("ワーファリン錠1mg")).extracting(PlainWord::term).contains("抗凝固薬");
        assertThat(PlainWords.ofDrug("名前のない薬")).isEmpty();
    }

    @Test
    void everyTermIsExplainedInBothLanguagesWithItsSourceAndStandsOnce() {
        assertThat(PlainWords.all()).hasSizeGreaterThan(20).allSatisfy(word -> {
            assertThat(word.in(Language.JAPANESE)).endsWith("。");
            assertThat(word.in(Language.ENGLISH)).endsWith(".");
            assertThat(word.source()).isNotBlank();
        });
        assertThat(PlainWords.all().stream().map(PlainWord::term)).doesNotHaveDuplicates();
    }
}
