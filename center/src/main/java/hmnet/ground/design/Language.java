package hmnet.ground.design;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A language a screen can speak (表示言語). Japanese unless the reader asks for English.
public enum Language {
    JAPANESE("ja", Locale.JAPAN),
    ENGLISH("en", Locale.UK);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /// The tag in `lang` attributes, cookies and addresses.
    public String tag() {
        return tag;
    }

    Locale locale() {
        return locale;
    }

    public Language other() {
        return this == JAPANESE ? ENGLISH : JAPANESE;
    }

    /// The language of a tag, or null for one we do not speak.
    static @Nullable Language of(@Nullable String tag) {
        for (var language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        return null;
    }

    /// English for a browser that prefers it, Japanese for everybody else.
    static Language accepted(@Nullable String header) {
        return header != null && header.strip().startsWith("en") ? ENGLISH : JAPANESE;
    }
}
