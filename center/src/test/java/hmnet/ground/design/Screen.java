package hmnet.ground.design;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One screen to look at (下見する画面): a template with all it needs.
public record Screen(String name, String template, @Nullable Visitor visitor, String path, Map<String, ?> model) {
    public String in(Language language) {
        return Preview.of(template, language, visitor, path, model);
    }

    @Override
    public String toString() {
        return name;
    }
}
