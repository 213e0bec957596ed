package hmnet.formats.file;

import hmnet.formats.base.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What remarks say they found, for people (指摘の細目), from `note-details.csv`: `140 said, 75 found` as
/// 「記載は 140、実際は 75」. Words of the file itself stay as they are.
public final class NoteDetails {
    private static final Pattern BLANK = Pattern.compile("\\{(\\d?)\\}");

    /// Those that say more in fixed words first: `{} of {} drugs` before `{} of {}`.
    private static final List<DetailWords> ALL = Table.read(NoteDetails.class, "note-details.csv").stream()
            .map(row -> new DetailWords(pattern(comma(row.get(0))), comma(row.get(1)), fixed(row.get(0))))
            .sorted(Comparator.comparingInt(DetailWords::fixed).reversed())
            .toList();

    private NoteDetails() {}

    private record DetailWords(Pattern said, String japanese, int fixed) {
        String of(Matcher found) {
            var words = new StringBuilder();
            var blank = BLANK.matcher(japanese);
            int next = 1;
            while (blank.find()) {
                int group = blank.group(1).isEmpty() ? next++ : Integer.parseInt(blank.group(1));
                blank.appendReplacement(words, Matcher.quoteReplacement(NoteDetails.japanese(found.group(group))));
            }
            return blank.appendTail(words).toString();
        }
    }

    /// @param language `en` for the detail as readers give it, else Japanese
    public static String in(String language, String detail) {
        return language.equals("en") ? detail : japanese(detail);
    }

    /// The same words where nothing is known of them.
    public static String japanese(String detail) {
        return known(detail).orElse(detail);
    }

    private static Optional<String> known(String detail) {
        for (var words : ALL) {
            var found = words.said.matcher(detail);
            if (found.matches()) {
                return Optional.of(words.of(found));
            }
        }
        return Optional.empty();
    }

    private static Pattern pattern(String english) {
        var pieces = new ArrayList<String>();
        for (var piece : english.split("\\{\\}", -1)) {
            pieces.add(Pattern.quote(piece));
        }
        return Pattern.compile(String.join("(.*?)", pieces), Pattern.DOTALL);
    }

    private static int fixed(String english) {
        return english.replace("{}", "").length();
    }

    private static String comma(String text) {
        return text.replace("\\u002c", ",");
    }
}
