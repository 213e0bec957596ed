package hmnet.record.inbox.numbers;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.other.FileExaminer;
import hmnet.people.patients.MyNumber;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which numbers a file of any format names persons by (個人を番号で示す項目): insurance, address, telephone, identifiers,
/// and text that says so itself. What cannot be read is looked through for such text alone.
public final class SheetNumbers {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final Pattern NAME = Pattern.compile("個人番号|個番|マイナンバー|ﾏｲﾅﾝﾊﾞ[ｰ-]|まいなんばー"
            + "|(?i:my[ _-]?number|mynum|kojin[ _-]?bang(?:ou|o)|individual[ _-]?number)");

    /// How far behind its name a number stands at the most, tags and punctuation between them, white space as one
    /// blank.
    private static final int BEHIND = 72;

    private static final int LOOKED_AT = 600;
    private static final Pattern TAGS = Pattern.compile("<[^<>]{0,400}>");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    private static final int STRETCH = 4 << 20;

    private SheetNumbers() {}

    /// Twelve digits each, folded.
    public static Set<String> in(String path, byte[] body) {
        var found = named(body);
        PersonIdentifiers.in(body).stream()
                .map(MyNumber::folded)
                .filter(MyNumber::looksLike)
                .forEach(found::add);
        try {
            for (var sheet : Readers.read(path, body, FileExaminer.NOBODY).sheets()) {
                of(sheet).map(MyNumber::folded).filter(MyNumber::looksLike).forEach(found::add);
            }
        } catch (Unreadable | RuntimeException e) {
            // It is kept whatever is wrong with it, and its reason is told when it is filed.
        }
        return found;
    }

    /// Those that text names so.
    public static Set<String> named(byte[] body) {
        var found = new HashSet<String>();
        for (int from = 0, to; from < body.length; from = to) {
            to = stretch(body, from);
            for (var charset : new Charset[] {StandardCharsets.UTF_8, MS932, JIS}) {
                named(new String(body, from, to - from, charset), found);
            }
        }
        return found;
    }

    /// Those that text names so.
    static Set<String> named(String text) {
        var found = new HashSet<String>();
        named(text, found);
        return found;
    }

    /// Whether text says that such a number stands in it.
    static boolean isNamed(String text) {
        return NAME.matcher(text).find();
    }

    private static void named(String text, Set<String> found) {
        var name = NAME.matcher(text);
        while (name.find()) {
            var behind = text.substring(name.end(), Math.min(text.length(), name.end() + LOOKED_AT));
            for (var plain : new String[] {behind, TAGS.matcher(behind).replaceAll(" ")}) {
                var near = BLANKS.matcher(plain).replaceAll(" ");
                DigitGroups.in(near.getBytes(StandardCharsets.UTF_8)).stream()
                        .filter(number -> number.places().getFirst() < BEHIND)
                        .forEach(number -> found.add(number.digits()));
            }
        }
    }

    /// Where a stretch of some size ends, at a line's end: what names a number stands on one line with it. A large file
    /// never is one text.
    private static int stretch(byte[] body, int from) {
        int to = from + Math.min(STRETCH, body.length - from);
        while (to < body.length && body[to - 1] != '\n' && body[to - 1] != '\r') {
            to++;
        }
        return to;
    }

    private static Stream<String> of(Sheet sheet) {
        var insured = sheet.insured();
        var person = Stream.of(sheet.person().phone(), sheet.person().address());
        return insured == null ? person : Stream.concat(person, Stream.of(insured.symbol(), insured.number()));
    }
}
