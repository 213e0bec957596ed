package hmnet.people.folding;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A name (氏名) split and folded: surname, given name, their readings, a former surname (旧姓) written beside.
///
/// Where no space divides the characters, all stand in `surname` and `given` is empty.
///
/// @param otherName what is written beside, undivided: a former surname or a second whole name (通称名)
/// @param writtenWords the words of a name in Latin letters or kana, a space between each two; empty for characters
/// @param heardWords their readings in the same way
public record PersonName(
        String surname,
        String given,
        String surnameReading,
        String givenReading,
        String formerSurname,
        String otherName,
        String writtenWords,
        String heardWords,
        Script script,
        boolean baby) {

    /// What the characters of a name are (文字種).
    public enum Script {
        NONE,
        KANJI,
        KANA,
        LATIN
    }

    private static final Pattern BESIDE = Pattern.compile("[(\\[〔【「](?:旧姓)?[:]?([^)\\]〕】」]*)[)\\]〕】」]?");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\u3000・･,.=]+");
    private static final Pattern BABY_NAME = Pattern.compile(
            "(?:.*(?:ベビー?|BABY|新生児)|児|B|BB|(?:長|次|二|三|第.)?[男女]児?|.*[男女]児|.*第.子)[0-9A-Z一二三]?(?:チャン|ちゃん)?");
    private static final Pattern BABY_READING = Pattern.compile("(?:.*(?:ベビ|シンセ[イー]ジ).*)|ジ|ビー?");

    private static final Pattern SURE_BABY_READING = Pattern.compile(".*(?:ベビ|シンセ[イー]ジ).*");

    /// Reads the two fields of a name as they were written.
    public static PersonName read(String characters, String reading) {
        var written = Characters.folded(characters).strip();
        var former = "";
        var other = "";
        var beside = BESIDE.matcher(written);
        if (beside.find()) {
            other = beside.group(1).strip();
            former = other.indexOf(' ') > 0 ? "" : other;
            written = beside.replaceAll(" ").strip();
        }
        var wide = characters.indexOf('\u3000') >= 0 && other.isEmpty() ? '\u3000' : ' ';
        var cut =
                cut(wide == ' ' ? written : Characters.folded(characters.strip().replace('\u3000', '\t')), wide);
        var sounds = cut(reading.strip().replace('\u3000', '\t'), reading.indexOf('\u3000') >= 0 ? '\u3000' : ' ');
        var surname = joined(cut[0]);
        var given = joined(cut[1]);
        var surnameReading = Kana.folded(sounds[0]);
        var givenReading = Kana.folded(sounds[1]);
        var baby = BABY_NAME.matcher(given.isEmpty() ? "-" + surname : given).matches()
                || BABY_READING.matcher(givenReading).matches()
                        && !given.isEmpty()
                        && given.length() < 3
                        && babyish(given)
                || SURE_BABY_READING.matcher(givenReading).matches() && unread(given)
                || given.isEmpty() && (surname.endsWith("ベビー") || surname.endsWith("児") && givenReading.equals("ジ"));
        var script = script(surname + given);
        var foreign = script == Script.LATIN || script == Script.KANA;
        var writtenWords = foreign ? words(written, script == Script.KANA) : "";
        var heardWords = foreign ? words(reading, true) : "";
        return new PersonName(
                surname,
                given,
                surnameReading,
                givenReading,
                joined(former),
                joined(other),
                writtenWords,
                heardWords.isEmpty() && script == Script.KANA ? writtenWords : heardWords,
                script,
                baby);
    }

    /// The same, read so.
    public PersonName heard(String family, String own) {
        return new PersonName(
                surname, given, family, own, formerSurname, otherName, writtenWords, heardWords, script, baby);
    }

    /// Of the given name the reading alone is known.
    private static boolean unread(String given) {
        return given.chars().allMatch(c -> c == Characters.UNKNOWN);
    }

    private static boolean babyish(String given) {
        return given.equals("児") || given.charAt(0) < 0x80;
    }

    private static String[] cut(String text, char separator) {
        var at = text.indexOf(separator == '\u3000' ? '\t' : ' ');
        if (at < 0) {
            at = text.indexOf(' ');
        }
        return at < 0 ? new String[] {text, ""} : new String[] {text.substring(0, at), text.substring(at + 1)};
    }

    /// The words in their order, kana folded.
    private static String words(String text, boolean kana) {
        return Arrays.stream(BETWEEN_WORDS.split(text.strip(), -1))
                .map(word -> kana ? Kana.folded(word) : joined(word))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String joined(String text) {
        var joined = new StringBuilder(text.length());
        text.chars()
                .filter(c -> !Character.isWhitespace(c) && "・･.,'-=".indexOf(c) < 0)
                .forEach(c -> joined.append((char) c));
        return joined.toString();
    }

    private static Script script(String name) {
        if (name.isEmpty()) {
            return Script.NONE;
        }
        var script = Script.KANA;
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (c >= 0x3400 && c <= 0x9FFF || Character.isSurrogate(c) || c == Characters.UNKNOWN) {
                return Script.KANJI;
            }
            if (c >= 'A' && c <= 'Z' || c >= 0xC0 && c < 0x250) {
                script = Script.LATIN;
            }
        }
        return script;
    }
}
