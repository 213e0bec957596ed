package hmnet.care.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllergyWordsTest {
    private static final Messages M = Messages.in(Language.JAPANESE);

    private static AllergyItem item(String name, String severity, AllergyStatus status, AllergyType type) {
        return new AllergyItem("FA", name, "", "", severity, "", "", status, type, "", List.of());
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsPresentOrSuspectedWarns(AllergyStatus status) {
        for (var type : AllergyType.values()) {
            var item = item("ソバ", "", status, type);
            assertThat(AllergyWords.state(item).warns()).isEqualTo(item.isPresent());
        }
    }

    @Test
    void anAdverseReactionIsNoAllergy() {
        assertThat(AllergyWords.state(item("アスピリン", "", AllergyStatus.PRESENT, AllergyType.ADVERSE_REACTION)))
                .isEqualTo(AllergyState.ADVERSE_REACTION);
        assertThat(AllergyWords.harm(item("アスピリン", "", AllergyStatus.RESOLVED, AllergyType.ADVERSE_REACTION), M))
                .isEqualTo("副作用、解消");
    }

    @Test
    void severityIsSaidWithoutAReaction() {
        assertThat(AllergyWords.harm(item("ソバ", "SV", AllergyStatus.PRESENT, AllergyType.UNSAID), M))
                .isEqualTo("重度");
        assertThat(AllergyWords.harm(item("ソバ", "中程度", AllergyStatus.PRESENT, AllergyType.UNSAID), M))
                .isEqualTo("中程度");
    }

    @Test
    void aDenialSaysWhatWasAskedForAndNeverPlainNone() {
        assertThat(AllergyWords.name(item("該当なし", "", AllergyStatus.DENIED, AllergyType.UNSAID), M))
                .isEqualTo("食物");
        assertThat(AllergyWords.name(item("ヨード造影剤", "", AllergyStatus.DENIED, AllergyType.UNSAID), M))
                .isEqualTo("ヨード造影剤");
    }
}
