package hmnet.ground.design;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A reading in Latin letters (ヘボン式ローマ字), for screens in English. It follows the table of the passport office
/// (外務省ヘボン式ローマ字綴方表): ん is m before b, m and p; っ doubles the consonant and is t before ch; a long o or u is
/// written once, and おお at the end of a name twice. It stands beside the kana and never instead of it: which vowels
/// are long cannot be known from kana alone, so うえ keeps its u (井上 Inoue).
public final class Hepburn {
    private static final Map<String, String> MORAE = morae("""
            ア a イ i ウ u エ e オ o
            カ ka キ ki ク ku ケ ke コ ko
            サ sa シ shi ス su セ se ソ so
            タ ta チ chi ツ tsu テ te ト to
            ナ na ニ ni ヌ nu ネ ne ノ no
            ハ ha ヒ hi フ fu ヘ he ホ ho
            マ ma ミ mi ム mu メ me モ mo
            ヤ ya ユ yu ヨ yo
            ラ ra リ ri ル ru レ re ロ ro
            ワ wa ヰ i ヱ e ヲ o
            ガ ga ギ gi グ gu ゲ ge ゴ go
            ザ za ジ ji ズ zu ゼ ze ゾ zo
            ダ da ヂ ji ヅ zu デ de ド do
            バ ba ビ bi ブ bu ベ be ボ bo
            パ pa ピ pi プ pu ペ pe ポ po
            キャ kya キュ kyu キョ kyo シャ sha シュ shu ショ sho
            チャ cha チュ chu チョ cho ニャ nya ニュ nyu ニョ nyo
            ヒャ hya ヒュ hyu ヒョ hyo ミャ mya ミュ myu ミョ myo
            リャ rya リュ ryu リョ ryo ギャ gya ギュ gyu ギョ gyo
            ジャ ja ジュ ju ジョ jo ヂャ ja ヂュ ju ヂョ jo
            ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo
            シェ she ジェ je チェ che ツァ tsa ツェ tse ツォ tso
            ティ ti ディ di トゥ tu ドゥ du テュ tyu デュ dyu
            ファ fa フィ fi フェ fe フォ fo フュ fyu イェ ye ウィ wi ウェ we ウォ wo
            ヴァ va ヴィ vi ヴ vu ヴェ ve ヴォ vo クァ kwa クィ kwi クェ kwe クォ kwo グァ gwa
            ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ヮ wa ヵ ka ヶ ke
            """);
    private static final Pattern LONG_O = Pattern.compile("o(?:u(?!e)|o(?=.))");
    private static final Pattern LONG_U = Pattern.compile("uu+");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z'.-]+");

    private Hepburn() {}

    private static Map<String, String> morae(String table) {
        var words = table.strip().split("\\s+", -1);
        var morae = new HashMap<String, String>();
        for (int n = 0; n < words.length; n += 2) {
            morae.put(words[n], words[n + 1]);
        }
        return Map.copyOf(morae);
    }

    /// `Mihon Hanako` for ミホン　ハナコ; nothing where there is anything in it that no table reads.
    public static Optional<String> of(String reading) {
        var parts = Normalizer.normalize(reading, Normalizer.Form.NFKC).strip().split("[\\s・]+");
        var written = Arrays.stream(parts).map(Hepburn::part).toList();
        return written.contains("")
                ? Optional.empty()
                : Optional.of(written.stream().collect(Collectors.joining(" ")));
    }

    /// One part of a name, Latin letters as they are; empty where it cannot be read.
    private static String part(String kana) {
        if (LATIN.matcher(kana).matches()) {
            return kana;
        }
        var letters = letters(katakana(kana));
        if (letters.isEmpty()) {
            return "";
        }
        var written = LONG_U.matcher(LONG_O.matcher(letters).replaceAll("o")).replaceAll("u");
        return written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1);
    }

    private static String letters(String kana) {
        var letters = new StringBuilder();
        boolean doubled = false;
        for (int at = 0; at < kana.length(); ) {
            var sign = kana.substring(at, at + 1);
            var two = at + 1 < kana.length() ? MORAE.get(kana.substring(at, at + 2)) : null;
            var mora = two == null ? MORAE.get(sign) : two;
            if (mora == null && !"ーッン".contains(sign)) {
                return "";
            }
            if (sign.equals("ッ")) {
                doubled = true;
            } else if (sign.equals("ン")) {
                letters.append('n');
            } else if (mora != null) {
                sounded(letters, mora, doubled);
                doubled = false;
            }
            at += two == null ? 1 : 2;
        }
        return letters.toString();
    }

    /// One mora more, behind っ or ん as it sounds.
    private static void sounded(StringBuilder letters, String mora, boolean doubled) {
        var first = mora.charAt(0);
        if (doubled && "aiueo".indexOf(first) < 0) {
            letters.append(mora.startsWith("ch") ? 't' : first);
        }
        int last = letters.length() - 1;
        if (last >= 0 && letters.charAt(last) == 'n' && "bmp".indexOf(first) >= 0) {
            letters.setCharAt(last, 'm');
        }
        letters.append(mora);
    }

    private static String katakana(String kana) {
        return kana.chars()
                .map(sign -> sign >= 'ぁ' && sign <= 'ゖ' ? sign + ('ァ' - 'ぁ') : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
