package hmnet.exchange;

import hmnet.folding.Characters;
import hmnet.folding.Kana;
import hmnet.folding.Romaji;
import hmnet.formats.ssmix2.Demographics;
import java.util.List;

/// A part of a name that is looked for (氏名の手がかり), in kanji, kana or Latin letters.
///
/// @param texts one of which must hold
/// @param begins whether it is enough that the name begins so
public record NamePart(Field field, List<String> texts, boolean begins) {
    public NamePart(Field field, String text, boolean begins) {
        this(field, List.of(text), begins);
    }

    /// Which part of a name.
    public enum Field {
        FAMILY,
        GIVEN,
        EITHER
    }

    boolean fits(Demographics said) {
        return switch (field) {
            case FAMILY -> family(said);
            case GIVEN -> given(said);
            case EITHER -> family(said) || given(said) || whole(said);
        };
    }

    private boolean family(Demographics said) {
        return said.givenName().isBlank() && said.givenKana().isBlank()
                ? new NamePart(field, texts, true).sounds(said.familyName(), said.familyKana())
                : sounds(said.familyName(), said.familyKana());
    }

    /// Where a hospital wrote the whole name into one field, its end is the given name.
    private boolean given(Demographics said) {
        return said.givenName().isBlank() && said.givenKana().isBlank()
                ? ends(said.familyName(), said.familyKana())
                : sounds(said.givenName(), said.givenKana());
    }

    private boolean whole(Demographics said) {
        return sounds(said.familyName() + said.givenName(), said.familyKana() + said.givenKana());
    }

    private boolean sounds(String characters, String kana) {
        return texts.stream().anyMatch(text -> sounds(text, characters, kana));
    }

    private boolean sounds(String text, String characters, String kana) {
        return like(plain(text), plain(characters))
                || like(heard(text), heard(kana))
                || like(Romaji.folded(text), Romaji.ofKana(kana))
                || like(Romaji.folded(text), Romaji.folded(characters));
    }

    private boolean ends(String characters, String kana) {
        return texts.stream().anyMatch(text -> ends(text, characters, kana));
    }

    private static boolean ends(String text, String characters, String kana) {
        return plain(characters).endsWith(plain(text))
                || !heard(text).isEmpty() && heard(kana).endsWith(heard(text))
                || !Romaji.folded(text).isEmpty() && Romaji.ofKana(kana).endsWith(Romaji.folded(text));
    }

    /// Whether a name is what was asked for; a character some system could not write equals any other.
    private boolean like(String asked, String name) {
        if (asked.isEmpty() || (begins ? name.length() < asked.length() : name.length() != asked.length())) {
            return false;
        }
        for (var i = 0; i < asked.length(); i++) {
            var a = asked.charAt(i);
            var b = name.charAt(i);
            if (a != b && a != Characters.UNKNOWN && b != Characters.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String characters) {
        return Characters.folded(characters).replaceAll("[\\s\u3000]", "");
    }

    private static String heard(String kana) {
        return kana.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF) ? "" : Kana.loose(Kana.folded(kana));
    }
}
