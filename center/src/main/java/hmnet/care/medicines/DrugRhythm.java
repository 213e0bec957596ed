package hmnet.care.medicines;

import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Words by which a drug is not taken every day, only when needed or up to a limit (毎日ではない用法): 隔日, 毎週 月曜日, 頓用.
/// They stand right behind the dose, since whoever misses them reads a daily dose.
final class DrugRhythm {
    /// What says it wherever it stands.
    private static final String PLAIN = "隔日|隔週|日おき|(?<![0-9])(?:[2-9]|[1-9][0-9]+)日(?:ごと|毎|に)"
            + "|週(?:間)?おき|[0-9]週(?:間)?(?:ごと|毎|に)|週(?:間に|に)?[1-7][回日]|毎週|(?:[0-9]か|[0-9]ヶ|[0-9]カ|毎)月(?:ごと|に[0-9])|月[1-9]回|透析日|休薬";
    private static final String WEEKDAYS = "[月火水木金土日](?:曜|(?:[・、,/][月火水木金土日])+(?![0-9分目]))";
    private static final Pattern SKIPS = Pattern.compile(PLAIN + "|毎月|" + WEEKDAYS);
    private static final Pattern SKIPS_IN_NOTES = Pattern.compile(PLAIN + "|" + WEEKDAYS + ".*(?:服用|投与|内服|注射)");
    private static final Pattern NEEDED = Pattern.compile("^(?:頓用|頓服|上限|条件)|時.*頓[用服]");
    private static final Pattern DAYS = Pattern.compile("([0-9]+)日(おき|ごと|毎|に)");
    private static final Pattern WEEKS = Pattern.compile("([0-9]+)週(?:間)?(おき|ごと|毎|に)");

    private static final Pattern WEEKLY = Pattern.compile("週(?:間に|に)?([1-7])[回日]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NAMED = Pattern.compile("(?<![0-9第毎])[月火水木金土日]曜?(?:[・、,/][月火水木金土日]曜?)*");

    private DrugRhythm() {}

    /// The words to lay stress on, as they were sent.
    static List<String> words(DrugItem item) {
        var all = Stream.concat(Stream.of(item.usage()), item.details().stream())
                .filter(DrugRhythm::stressed)
                .distinct()
                .toList();
        return all.stream()
                .filter(words -> all.stream()
                        .noneMatch(
                                other -> !other.equals(words) && folded(other).contains(folded(words))))
                .toList();
    }

    static boolean stressed(String words) {
        return skipsDays(words) || NEEDED.matcher(folded(words)).find();
    }

    static boolean skipsDays(String words) {
        return SKIPS.matcher(folded(words)).find();
    }

    /// Whether some days are left out, by whatever was said of the drug.
    static boolean skipsDays(DrugItem item) {
        return skipsDays(item.usage())
                || item.details().stream().anyMatch(DrugRhythm::skipsDays)
                || item.notes().stream()
                        .anyMatch(note -> SKIPS_IN_NOTES.matcher(folded(note)).find());
    }

    /// The words by which it leaves days out, be it those of a note.
    static List<String> skipping(DrugItem item) {
        var words = words(item).stream().filter(DrugRhythm::skipsDays).toList();
        return words.isEmpty() && skipsDays(item) ? item.notes() : words;
    }

    /// How many days of the calendar it takes to take a drug on so many days, as far as the words say it.
    static int calendarDays(DrugItem item, int taken) {
        return Stream.concat(Stream.of(item.usage()), item.details().stream())
                .map(DrugRhythm::folded)
                .filter(words -> SKIPS.matcher(words).find())
                .mapToInt(words -> calendarDays(words, taken))
                .max()
                .orElse(taken);
    }

    private static int calendarDays(String words, int taken) {
        if (words.contains("隔日")) {
            return 2 * taken;
        }
        var days = DAYS.matcher(words);
        if (days.find()) {
            return counted(days) * taken;
        }
        var weeks = WEEKS.matcher(words);
        boolean apart = weeks.find() || words.contains("隔週");
        int every = !apart ? 1 : words.contains("隔週") ? 2 : counted(weeks);
        int times = apart ? Math.max(1, timesAWeek(words)) : timesAWeek(words);
        return times == 0 ? taken : (7 * every * taken + times - 1) / times;
    }

    private static int timesAWeek(String words) {
        var said = WEEKLY.matcher(words);
        if (said.find()) {
            return said.group(1).charAt(0) - '0';
        }
        var named = NAMED.matcher(words.replace("曜日", "曜"));
        return named.find()
                ? (int) named.group()
                        .chars()
                        .filter(c -> "月火水木金土日".indexOf(c) >= 0)
                        .distinct()
                        .count()
                : 0;
    }

    /// 1日おき is every second day.
    private static int counted(Matcher found) {
        var number = found.group(1);
        int said = number.length() > 2 ? 1 : Integer.parseInt(number);
        return Math.max(1, found.group(2).equals("おき") ? said + 1 : said);
    }

    private static String folded(String words) {
        return BLANKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC)).replaceAll("");
    }
}
