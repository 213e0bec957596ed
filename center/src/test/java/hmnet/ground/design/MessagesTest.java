package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(new TreeSet<>(words("/messages_en.properties").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(words("/messages.properties").stringPropertyNames()));
    }

    @Test
    void bothLanguagesTakeTheSameValues() throws IOException {
        var japanese = words("/messages.properties");
        var english = words("/messages_en.properties");
        for (var key : japanese.stringPropertyNames()) {
            for (int i = 0; i < 5; i++) {
                assertThat(english.getProperty(key).contains("{" + i + "}"))
                        .as(key + " {" + i + "}")
                        .isEqualTo(japanese.getProperty(key).contains("{" + i + "}"));
            }
        }
    }

    @Test
    void aValueWithBracesIsNotFilledASecondTime() {
        assertThat(Messages.in(Language.ENGLISH).t("viewer.matrix.month", "{1}", "7"))
                .isEqualTo("{1}/7");
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
