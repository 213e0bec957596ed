package hmnet.ground.design;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything a screen says, in one language (文言): the words by key, and days and times in their customary
/// form. A word missing in English is said in Japanese; one missing altogether shows its key rather than
/// losing the page.
public final class Messages {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");
    private static final Messages JAPANESE = new Messages(Language.JAPANESE, Locale.ROOT);
    private static final Messages ENGLISH = new Messages(Language.ENGLISH, Locale.ENGLISH);

    private final Language language;
    private final ResourceBundle words;
    private final Days days;

    private Messages(Language language, Locale bundle) {
        this.language = language;
        this.words = ResourceBundle.getBundle("messages", bundle, EXACT);
        this.days = new Days(language);
    }

    public static Messages in(Language language) {
        return switch (language) {
            case JAPANESE -> JAPANESE;
            case ENGLISH -> ENGLISH;
        };
    }

    public Language language() {
        return language;
    }

    /// The words under a key, with `{0}`, `{1}` … replaced by the arguments.
    public String t(String key, Object... arguments) {
        var sentence = sentence(key);
        return sentence.indexOf('{') < 0
                ? sentence
                : VALUE.matcher(sentence).replaceAll(place -> {
                    var number = Integer.parseInt(place.group(1));
                    return Matcher.quoteReplacement(number < arguments.length ? String.valueOf(arguments[number]) : "");
                });
    }

    private String sentence(String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /// 2026年11月21日, with the era beside it in Japanese.
    public String day(LocalDate day) {
        return days.day(day);
    }

    /// 2026年11月20日（金）: a day as a heading.
    public String weekday(LocalDate day) {
        return days.weekday(day);
    }

    /// 2026/11/21: a day in a table.
    public String shortDay(LocalDate day) {
        return days.shortDay(day);
    }

    /// 昭和23年4月12日 (1948年).
    public String birth(LocalDate day) {
        return days.birth(day);
    }

    /// 2026年11月.
    public String month(YearMonth month) {
        return days.month(month);
    }

    /// 2026年11月21日 14:05, in Japan.
    public String moment(OffsetDateTime at) {
        return days.moment(at);
    }

    /// 14:05, in Japan.
    public String time(OffsetDateTime at) {
        return days.time(at);
    }
}
