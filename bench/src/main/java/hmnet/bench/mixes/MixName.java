package hmnet.bench.mixes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// A name as one chart has it (氏名の記載), with what is peculiar in it.
record MixName(String characters, String reading, List<String> slips) {
    private static final String[] SPACES = {"　", "　", " ", ""};

    /// A Japanese name; without a space in one chart of eight.
    static MixName of(JapaneseName name, SplittableRandom lots) {
        var space = SPACES[lots.nextInt(8) == 0 ? 3 : lots.nextInt(3)];
        return new MixName(
                name.family() + space + name.given(),
                kana(name.familyKana() + (space.isEmpty() ? " " : space) + name.givenKana(), lots),
                List.of());
    }

    /// A foreign name in characters, or in Latin letters or katakana: in either order, without its middle names, in
    /// one or another transcription.
    static MixName of(ForeignName name, MixShares shares, SplittableRandom lots) {
        var slips = new ArrayList<String>();
        slips.add("foreign");
        if (name.inCharacters() && lots.nextDouble() >= shares.latin()) {
            return characters(name, lots, slips);
        }
        var words = new ArrayList<>(name.words());
        if (name.inCharacters()) {
            slips.add("roman");
        }
        if (words.size() > 2 && lots.nextInt(100) < 14) {
            words.remove(
                    words.size() == 4 && lots.nextBoolean() ? 3 : words.size() == 4 ? 1 : lots.nextBoolean() ? 2 : 1);
            slips.add("middle_name");
        }
        var heard = words.stream()
                .map(word -> lots.nextInt(100) < 80 ? word.usual() : word.heard(lots))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!heard.equals(words.stream().map(ForeignName.NameWord::usual).toList())) {
            slips.add("transcription");
        }
        var family = words.size() == 4 ? 2 : 1;
        if (lots.nextInt(100) < 28) {
            Collections.rotate(words, -family);
            Collections.rotate(heard, -family);
            family = words.size() - family;
            slips.add("order");
        }
        var latin = lots.nextInt(100) < 65;
        var written = latin
                ? words.stream()
                        .map(word -> lots.nextInt(5) > 0 ? word.latin() : capital(word.latin()))
                        .toList()
                : List.copyOf(heard);
        var space = SPACES[lots.nextInt(4)];
        var gap = latin && lots.nextInt(4) > 0 ? " " : "";
        var reading = lots.nextInt(100) < 6
                ? ""
                : kana(
                        String.join("", heard.subList(0, Math.min(family, heard.size()))) + " "
                                + String.join(
                                        lots.nextInt(3) == 0 ? "" : " ",
                                        heard.subList(Math.min(family, heard.size()), heard.size())),
                        lots);
        return new MixName(
                String.join(gap, written.subList(0, Math.min(family, written.size())))
                        + space
                        + String.join(gap, written.subList(Math.min(family, written.size()), written.size())),
                reading,
                slips);
    }

    private static MixName characters(ForeignName name, SplittableRandom lots, List<String> slips) {
        var space = SPACES[lots.nextInt(4)];
        var own = name.words().stream().map(word -> word.heard(lots)).toList();
        var reading = lots.nextInt(10) < (name.korean() ? 9 : 4) ? own : name.japanese();
        return new MixName(
                String.join(space, name.characters()),
                lots.nextInt(100) < 4 ? "" : kana(String.join(" ", reading), lots),
                slips);
    }

    /// The name of daily life of a Korean resident: often with characters of the real given name.
    static JapaneseName alias(ForeignName name, boolean woman, SplittableRandom of) {
        var alias = JapaneseName.draw(of, woman);
        return of.nextInt(10) < 6
                ? new JapaneseName(
                        alias.family(), alias.familyKana(), name.characters().get(1), alias.givenKana())
                : alias;
    }

    private static String capital(String latin) {
        return latin.charAt(0) + latin.substring(1).toLowerCase(Locale.ROOT);
    }

    /// Half width in a third of charts, hiragana in a few, small kana written large in some.
    static String kana(String text, SplittableRandom lots) {
        var wide = lots.nextInt(12) == 0 ? large(text) : text;
        var way = lots.nextInt(100);
        return way < 30 ? HalfWidth.of(wide) : way < 35 ? hiragana(wide) : wide;
    }

    private static String large(String text) {
        return text.replace('ャ', 'ヤ').replace('ュ', 'ユ').replace('ョ', 'ヨ').replace('ッ', 'ツ');
    }

    private static String hiragana(String text) {
        return text.chars()
                .map(c -> c >= 'ァ' && c <= 'ン' ? c - 0x60 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Katakana of half width (半角カナ).
    private static final class HalfWidth {
        private static final String WIDE = "ァィゥェォャュョッアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンー";
        private static final String HALF = "ｧｨｩｪｫｬｭｮｯｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｰ";

        static String of(String text) {
            var half = new StringBuilder();
            java.text.Normalizer.normalize(text.replace('　', ' '), java.text.Normalizer.Form.NFD)
                    .chars()
                    .forEach(c -> {
                        var at = WIDE.indexOf(c);
                        half.append(at >= 0 ? HALF.charAt(at) : c == '\u3099' ? 'ﾞ' : c == '\u309A' ? 'ﾟ' : (char) c);
                    });
            return half.toString();
        }
    }
}
