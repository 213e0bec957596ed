package hmnet.ground.design;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What the modules' screens say, gathered from their folders (文言の収集): each module brings its own
/// `messages.properties` and `messages_en.properties`. A key that two modules define is refused.
final class ModuleTexts {
    private ModuleTexts() {}

    static Map<String, String> in(Language language) {
        try {
            return merged(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:hmnet/**/" + file(language)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Language language) {
        return switch (language) {
            case JAPANESE -> "messages.properties";
            case ENGLISH -> "messages_en.properties";
        };
    }

    static Map<String, String> merged(Resource... files) throws IOException {
        var words = new HashMap<String, String>();
        for (var file : files) {
            read(file).forEach((key, word) -> {
                if (words.put(key.toString(), word.toString()) != null) {
                    throw new IllegalStateException(file + " defines " + key + ", which another module defines too");
                }
            });
        }
        return Map.copyOf(words);
    }

    private static Properties read(Resource file) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
