package hmnet.formats.base.hl7;

import hmnet.formats.base.Table;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a character outside JIS X 0208 is spelled (環境依存文字の言い換え), from `spelling.csv`.
final class Spelling {
    private static final Map<Integer, String> TABLE = load();

    private Spelling() {}

    static Optional<String> of(int character) {
        return Optional.ofNullable(TABLE.get(character));
    }

    private static Map<Integer, String> load() {
        var table = new HashMap<Integer, String>();
        for (var row : Table.read(Spelling.class, "spelling.csv")) {
            table.put(row.get(0).codePointAt(0), row.get(1));
        }
        // Circled numbers and Roman numerals follow from their numbers.
        for (int n = 1; n <= 20; n++) {
            table.put('①' + n - 1, "(" + n + ")");
        }
        var roman = new String[] {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
        for (int n = 0; n < roman.length; n++) {
            table.put('Ⅰ' + n, roman[n]);
            table.put('ⅰ' + n, roman[n].toLowerCase(Locale.ROOT));
        }
        return Map.copyOf(table);
    }
}
