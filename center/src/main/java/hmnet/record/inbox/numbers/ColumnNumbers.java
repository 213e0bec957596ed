package hmnet.record.inbox.numbers;

import hmnet.people.patients.MyNumber;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Columns of individual numbers in a table (個人番号の列), of whatever format: one that its heading names so, and one
/// whose values carry the check digit throughout, though nobody says what they are.
public final class ColumnNumbers {
    /// How many different values a column without a name needs: one in ten of all numbers carries the digit by chance.
    private static final int UNKNOWN_FORMAT = 2;

    private static final int KNOWN_FORMAT = 3;
    private static final int HEADINGS_WITHIN = 50;
    private static final int CELL_MAX = 80;

    /// Numbers given one after another begin alike; individual numbers are scattered.
    private static final int ALIKE = 7;

    private static final Pattern NAME = Pattern.compile("個人番号|マイナンバー|まいなんばー|個番"
            + "|my[\\s_-]*number|mynum(?:ber)?|kojin[\\s_-]*bang(?:ou|o)\\b|individual[\\s_-]*number");
    private static final Pattern AROUND = Pattern.compile("[\"'=\\s]");
    private static final Pattern BLOTTED = Pattern.compile("[*＊]{12,}");

    private final byte[] bytes;
    private final Cells cells;
    private final Set<Integer> named = new TreeSet<>();
    private final TreeMap<Integer, Column> columns = new TreeMap<>();

    private ColumnNumbers(byte[] bytes) {
        this.bytes = bytes;
        this.cells = Cells.of(bytes);
    }

    /// What stands in a column that no heading names.
    private static final class Column {
        private final Set<String> passing = new HashSet<>();
        private int values;
        private int passed;

        void take(String value) {
            values++;
            if (MyNumber.looksLike(value)) {
                passed++;
                if (passing.size() < 100) {
                    passing.add(MyNumber.folded(value));
                }
            }
        }

        /// Nine of ten: people mistype.
        boolean isOfNumbers(int different) {
            return passing.size() >= different
                    && passed * 10 >= values * 9
                    && passing.stream()
                                    .map(number -> number.substring(0, ALIKE))
                                    .distinct()
                                    .count()
                            > passing.size() / 2;
        }
    }

    /// Blots out every number in such columns, in place.
    ///
    /// @param isKnown whether a reader knows the format
    /// @return whether there was any
    public static boolean blot(byte[] bytes, boolean isKnown) {
        if (!Cells.isText(bytes)) {
            return false;
        }
        var reading = new ColumnNumbers(bytes);
        reading.cells.forEach(reading::look);
        var found = new TreeSet<>(reading.named);
        reading.columns.forEach((column, values) -> {
            if (values.isOfNumbers(isKnown ? KNOWN_FORMAT : UNKNOWN_FORMAT)) {
                found.add(column);
            }
        });
        return !found.isEmpty() && reading.blot(found);
    }

    /// Which columns of a file were blotted out, such as `column 4`; empty when none was.
    public static String whereBlotted(byte[] bytes) {
        if (!Cells.isText(bytes)) {
            return "";
        }
        var blotted = new TreeSet<Integer>();
        var cells = Cells.of(bytes);
        cells.forEach((line, column, from, to) -> {
            if (BLOTTED.matcher(
                            AROUND.matcher(cells.text(from, to)).replaceAll("").replace("-", ""))
                    .matches()) {
                blotted.add(column + 1);
            }
        });
        return blotted.stream().map(column -> "column " + column).collect(Collectors.joining(", "));
    }

    private void look(int line, int column, int from, int to) {
        if (to - from > CELL_MAX) {
            return;
        }
        var text = cells.text(from, to);
        if (line < HEADINGS_WITHIN && names(text)) {
            named.add(column);
            return;
        }
        var value = AROUND.matcher(text).replaceAll("");
        if (value.codePoints().anyMatch(Character::isDigit)) {
            columns.computeIfAbsent(column, none -> new Column()).take(value);
        }
    }

    /// A heading, not a sentence that mentions it with a number: that is another rule's.
    private static boolean names(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NAME.matcher(plain).find()
                && plain.codePoints().filter(Character::isDigit).count() < 12;
    }

    private boolean blot(Set<Integer> found) {
        var any = new boolean[1];
        cells.forEach((line, column, from, to) -> {
            if (found.contains(column) && to - from <= CELL_MAX) {
                any[0] |= blot(from, to);
            }
        });
        return any[0];
    }

    private boolean blot(int from, int to) {
        var cell = Arrays.copyOfRange(bytes, from, to);
        var numbers = DigitGroups.unchecked(cell);
        numbers.forEach(number -> DigitGroups.mask(cell, number));
        System.arraycopy(cell, 0, bytes, from, cell.length);
        return !numbers.isEmpty() || cells.blotTwelve(from, to);
    }
}
