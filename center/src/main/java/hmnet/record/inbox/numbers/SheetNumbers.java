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

/// Which numbers a file of any format names persons by (個人を番号で示す項目): insurance, address, telephone, and text
/// that says so itself. What cannot be read is looked through for such text alone.
public final class SheetNumbers {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final Pattern NAMED =
            Pattern.compile("(?:個人番号|マイナンバー|ﾏｲﾅﾝﾊﾞｰ|(?i:my[ _-]?number|individual[ _-]?number))[^0-9０-９\\r\\n]{0,16}"
                    + "((?:[0-9０-９][ 　\\-−ー－]?){11}[0-9０-９])(?![0-9０-９])");

    private static final int STRETCH = 4 << 20;

    private SheetNumbers() {}

    /// Twelve digits each, folded.
    public static Set<String> in(String path, byte[] body) {
        var found = named(body);
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
            for (var charset : new Charset[] {StandardCharsets.UTF_8, MS932}) {
                var named = NAMED.matcher(new String(body, from, to - from, charset));
                while (named.find()) {
                    found.add(MyNumber.folded(named.group(1)));
                }
            }
        }
        return found;
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
