package hmnet.record.sheets;

import java.util.Map;

/// Words of a sheet with their translations (帳票の文言).
///
/// @param translations by language, as the extension `translation` gives them
public record SheetWords(String plain, Map<String, String> translations) {
    public static final SheetWords NONE = new SheetWords("", Map.of());

    public SheetWords {
        translations = Map.copyOf(translations);
    }

    public static SheetWords of(String plain) {
        return new SheetWords(plain, Map.of());
    }

    /// In this language as far as the sheet has it; `en` finds `en-US` too.
    public String in(String language) {
        var exact = translations.get(language);
        return exact != null
                ? exact
                : translations.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(language + "-"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(plain);
    }

    public boolean isEmpty() {
        return plain.isEmpty();
    }
}
