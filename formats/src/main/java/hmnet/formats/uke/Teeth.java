package hmnet.formats.uke;

import hmnet.formats.base.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Teeth in words (歯式): six digits each, 歯種 of four, 状態 and 部分 of one.
final class Teeth {
    private static final Map<String, String> WORDS = Table.read(Teeth.class, "teeth.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0) + row.get(1), row -> row.get(2)));
    private static final int TOOTH = 4;
    private static final int ONE = 6;

    private Teeth() {}

    /// As sent where it is not made of such digits.
    static String words(String codes) {
        boolean whole = !codes.isEmpty() && codes.length() % ONE == 0;
        if (!whole) {
            return codes;
        }
        var teeth = new ArrayList<String>();
        for (int i = 0; i < codes.length(); i += ONE) {
            teeth.add(one(codes.substring(i, i + ONE)));
        }
        return String.join("・", teeth);
    }

    /// A tooth that is there and meant as a whole is named alone.
    private static String one(String code) {
        var tooth = WORDS.get("tooth" + code.substring(0, TOOTH));
        var state = WORDS.get("state" + code.charAt(TOOTH));
        var part = WORDS.get("part" + code.charAt(TOOTH + 1));
        if (tooth == null || state == null || part == null) {
            return code;
        }
        var more = new ArrayList<>(List.of(state, part));
        if (code.charAt(TOOTH + 1) == '0') {
            more.removeLast();
        }
        if (code.charAt(TOOTH) == '0') {
            more.removeFirst();
        }
        return more.isEmpty() ? tooth : tooth + "（" + String.join("、", more) + "）";
    }
}
