package hmnet.ground.design;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything a screen says, in one language (文言): the words by key, and days and times in their customary
/// form. A word missing in English is said in Japanese; one missing altogether shows its key rather than
/// losing the page.
public final class Messages {
    private static final int PLACE = "{0}".length();
    private static final Messages JAPANESE = new Messages(Language.JAPANESE);
    private static final Messages ENGLISH = new Messages(Language.ENGLISH);

    private final Language language;
    private final Map<String, String> words;
    private final DateWriter days;

    private Messages(Language language) {
        this.language = language;
        this.words = ModuleTexts.in(language);
        this.days = new DateWriter(language);
    }

    public static Messages in(Language language) {
        return switch (language) {
            case JAPANESE -> JAPANESE;
            case ENGLISH -> ENGLISH;
        };
    }

    /// Reads all texts now, so that a key of two modules stops the start and not the first page.
    static void load() {
        for (var language : Language.values()) {
            in(language);
        }
    }

    public Language language() {
        return language;
    }

    /// The words under a key, with `{0}`, `{1}` … replaced by the arguments.
    public String t(String key, Object... arguments) {
        var sentence = sentence(key);
        var place = place(sentence, 0);
        if (place < 0) {
            return sentence;
        }
        var said = new StringBuilder(sentence.length() + 32);
        var from = 0;
        for (; place >= 0; place = place(sentence, from)) {
            var number = sentence.charAt(place + 1) - '0';
            said.append(sentence, from, place).append(number < arguments.length ? arguments[number] : "");
            from = place + PLACE;
        }
        return said.append(sentence, from, sentence.length()).toString();
    }

    /// Where the next `{0}` stands, or -1. A page says hundreds of sentences: no pattern is asked for that.
    private static int place(String sentence, int from) {
        for (var at = sentence.indexOf('{', from); at >= 0; at = sentence.indexOf('{', at + 1)) {
            if (at + PLACE <= sentence.length()
                    && isDigit(sentence.charAt(at + 1))
                    && sentence.charAt(at + PLACE - 1) == '}') {
                return at;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String sentence(String key) {
        var word = words.get(key);
        return word != null ? word : JAPANESE.words.getOrDefault(key, key);
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

    /// The same of a moment: its day in Japan.
    public String shortDay(OffsetDateTime at) {
        return days.shortDay(JapaneseDates.inJapan(at).toLocalDate());
    }

    /// A reading as it was sent; in English with Latin letters beside it, where they can be told from it.
    public String kana(@Nullable String reading) {
        if (reading == null) {
            return "";
        }
        return switch (language) {
            case JAPANESE -> reading;
            case ENGLISH ->
                Hepburn.of(reading)
                        .filter(letters -> !letters.equalsIgnoreCase(reading))
                        .map(letters -> t("design.reading", reading, letters))
                        .orElse(reading);
        };
    }

    /// 昭和23年4月12日 (1948年).
    public String birth(LocalDate day) {
        return days.birth(day);
    }

    /// 2026年11月.
    public String month(YearMonth month) {
        return days.month(month);
    }

    /// 2026年11月21日 14:05, in Japan; the day alone where the time is midnight, as of a date sent without one.
    public String moment(OffsetDateTime at) {
        return days.moment(at);
    }

    /// 14:05, in Japan.
    public String time(OffsetDateTime at) {
        return days.time(at);
    }

    /// The time of day to the second, for what is over in a minute.
    public String second(OffsetDateTime at) {
        return days.second(at);
    }
}
