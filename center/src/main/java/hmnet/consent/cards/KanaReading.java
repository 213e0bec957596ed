package hmnet.consent.cards;

import java.text.Normalizer;
import java.util.Optional;

/// The reading of a name (カナ氏名), as it is written on a card: katakana, with a space between surname and
/// given name.
public final class KanaReading {
    private static final int HIRAGANA_TO_KATAKANA = 0x60;

    private KanaReading() {}

    /// A reading in any kana and width; nothing for what is no reading, such as kanji. An iteration mark, a
    /// long vowel and the dots and hyphens of foreign names belong to it.
    public static Optional<String> parse(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", "　")
                .replaceAll("[‐‑‒–—−-]", "－");
        var katakana = new StringBuilder();
        folded.codePoints()
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + HIRAGANA_TO_KATAKANA : c)
                .forEach(katakana::appendCodePoint);
        return katakana.toString().matches("[ァ-ヺーヽヾ・－][ァ-ヺーヽヾ・－　]*")
                ? Optional.of(katakana.toString())
                : Optional.empty();
    }
}
