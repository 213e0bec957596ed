package hmnet.formats.life;

import hmnet.formats.base.Width;
import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Katakana in half width (半角カナ), where a form wants it; all else stays as it is.
final class HalfKana {
    private static final Map<Integer, Integer> HALF = IntStream.rangeClosed(0xFF61, 0xFF9D)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(
                    half -> Width.folded(Character.toString(half)).codePointAt(0), half -> half));

    private HalfKana() {}

    static String of(String kana) {
        var out = new StringBuilder(kana.length());
        Normalizer.normalize(kana, Normalizer.Form.NFD).codePoints().forEach(c -> {
            switch (c) {
                case 0x3099 -> out.append('ﾞ');
                case 0x309A -> out.append('ﾟ');
                case '　' -> out.append(' ');
                default -> out.appendCodePoint(HALF.getOrDefault(c, c));
            }
        });
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }
}
