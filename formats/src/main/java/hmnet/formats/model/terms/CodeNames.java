package hmnet.formats.model.terms;

import hmnet.formats.base.Width;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of a code table, looked up by what they say and not by how they are written (名称の索引): width, case, kana,
/// blanks and what laboratories add to a name (定量, 定性) aside.
final class CodeNames {
    private static final Pattern ADDED =
            Pattern.compile("[\\s・,.、。_\\-‐－ー―'\"]|[(\\[〔【「][^)\\]〕】」]*[)\\]〕】」]|半?定[量性]|精密|測定|検査|の疑い|疑い");

    /// The first characters of a JLAC10 code say what was analysed; the rest says of what and how.
    private static final int ANALYTE = 5;

    private final CodeTable table;

    /// The hash of each row's folded name, and the row, sorted.
    private final long[] rows;

    CodeNames(CodeTable table) {
        this.table = table;
        this.rows = new long[table.rows()];
        Arrays.setAll(rows, row -> (long) folded(table.name(row)).hashCode() << Integer.SIZE | row);
        Arrays.sort(rows);
    }

    /// The codes that go by a name.
    Set<Code> codes(String name, String system) {
        var wanted = folded(name);
        var codes = new LinkedHashSet<Code>();
        if (wanted.isEmpty()) {
            return codes;
        }
        int hash = wanted.hashCode();
        int from = Arrays.binarySearch(rows, (long) hash << Integer.SIZE);
        for (int i = from < 0 ? -from - 1 : from; i < rows.length && (int) (rows[i] >> Integer.SIZE) == hash; i++) {
            int row = (int) rows[i];
            var code = table.named(row, system);
            if (!code.isEmpty() && folded(table.name(row)).equals(wanted)) {
                codes.add(new Code(system, code, table.name(row)));
            }
        }
        return codes;
    }

    /// Whether two names may be one thing's: one is the other, or says it with more words.
    static boolean mayBeOne(String one, String other) {
        var a = folded(one);
        var b = folded(other);
        return a.isEmpty() || b.isEmpty() || a.contains(b) || b.contains(a);
    }

    /// Whether two codes may be one thing's: one code, or one analyte.
    static boolean mayBeOne(Code one, Code other) {
        return one.code().equals(other.code())
                || one.system().equals(CodingSystems.JLAC10)
                        && one.code().length() >= ANALYTE
                        && other.code().startsWith(one.code().substring(0, ANALYTE));
    }

    private static String folded(String name) {
        var plain = ADDED.matcher(Width.folded(name).toLowerCase(Locale.ROOT)).replaceAll("");
        var folded = new StringBuilder(plain.length());
        plain.codePoints().map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + 'ァ' - 'ぁ' : c).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
