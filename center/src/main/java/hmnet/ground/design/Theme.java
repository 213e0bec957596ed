package hmnet.ground.design;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How bright screens are (画面の明るさ): light by day, dark in a ward at night.
public enum Theme {
    LIGHT,
    DARK;

    /// The word in addresses, cookies and styles.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The theme of a word, or null for one we do not have.
    static @Nullable Theme of(@Nullable String word) {
        for (var theme : values()) {
            if (theme.word().equals(word)) {
                return theme;
            }
        }
        return null;
    }
}
