package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class MessagesTest {
    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(ModuleTexts.in(Language.ENGLISH).keySet())
                .isNotEmpty()
                .isEqualTo(ModuleTexts.in(Language.JAPANESE).keySet());
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        var english = ModuleTexts.in(Language.ENGLISH);
        ModuleTexts.in(Language.JAPANESE)
                .forEach((key, word) -> assertThat(places(english.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(places(word)));
    }

    @Test
    void aKeyOfTwoModulesIsRefused() {
        assertThatThrownBy(() -> ModuleTexts.merged(texts("card.title=カード"), texts("card.title=同意")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("card.title");
    }

    @Test
    void aValueWithBracesIsNotFilledASecondTime() {
        assertThat(Messages.in(Language.ENGLISH).t("timeline.head.day", "{1}", "7"))
                .isEqualTo("{1}/7");
    }

    private static int[] places(String word) {
        return IntStream.range(0, 5).filter(n -> word.contains("{" + n + "}")).toArray();
    }

    private static Resource texts(String words) {
        return new ByteArrayResource(words.getBytes(StandardCharsets.UTF_8));
    }
}
