package hmnet.people.folding;

import java.text.Normalizer;

/// Readings as a list is searched by them and put in order (読みの畳み込み): one width, katakana, large letters, no
/// voicing pairs that sound alike, no spaces or bars. What is no kana stays as it is.
public final class SearchedReading {
    private static final String FROM = "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでと"
            + "どなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐ"
            + "ゑをんゔァィゥェォッャュョヮヂヅヰヱヲ";
    private static final String TO = "アアイイウウエエオオカガキギクグケゲコゴサザシジスズセゼソゾタダチジツツズテデト"
            + "ドナニヌネノハバパヒビピフブプヘベペホボポマミムメモヤヤユユヨヨラリルレロワワイ"
            + "エオンヴアイウエオツヤユヨワジズイエオ";
    private static final String LEFT_OUT = " -・ー＝";

    private SearchedReading() {}

    public static String folded(String reading) {
        var normal = Normalizer.normalize(reading, Normalizer.Form.NFKC);
        var folded = new StringBuilder(normal.length());
        for (var i = 0; i < normal.length(); i++) {
            var c = normal.charAt(i);
            var at = FROM.indexOf(c);
            if (at >= 0) {
                folded.append(TO.charAt(at));
            } else if (LEFT_OUT.indexOf(c) < 0) {
                folded.append(c);
            }
        }
        return folded.toString();
    }
}
