package hmnet.exchange.personquery;

import hmnet.formats.model.chart.Demographics;
import hmnet.people.folding.Characters;
import hmnet.people.folding.Kana;
import hmnet.people.folding.Romaji;
import java.util.List;

/// A part of a name that is looked for (氏名の手がかり), in kanji, kana or Latin letters. It is folded once,
/// however many names it is held against.
public final class NamePart {
    private final NameField field;
    private final List<SearchedName> sought;
    private final boolean begins;

    /// @param texts one of which must hold
    /// @param begins whether it is enough that the name begins so
    public NamePart(NameField field, List<String> texts, boolean begins) {
        this.field = field;
        this.sought = texts.stream().map(SearchedName::of).toList();
        this.begins = begins;
    }

    public NamePart(NameField field, String text, boolean begins) {
        this(field, List.of(text), begins);
    }

    /// What was asked for, in each writing; empty where it says nothing.
    private record SearchedName(String plain, String heard, String latin) {
        static SearchedName of(String text) {
            return new SearchedName(NamePart.plain(text), NamePart.heard(text), Romaji.folded(text));
        }
    }

    /// Which part of a name.
    public enum NameField {
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
        return sounds(said.familyName(), said.familyKana(), begins || inOneField(said));
    }

    /// Where a hospital wrote the whole name into one field, its end is the given name.
    private boolean given(Demographics said) {
        return inOneField(said)
                ? ends(said.familyName(), said.familyKana())
                : sounds(said.givenName(), said.givenKana(), begins);
    }

    private static boolean inOneField(Demographics said) {
        return said.givenName().isBlank() && said.givenKana().isBlank();
    }

    private boolean whole(Demographics said) {
        return sounds(said.familyName() + said.givenName(), said.familyKana() + said.givenKana(), begins);
    }

    /// Latin letters of a name are worked out only where some were asked for: that is the dear part.
    private boolean sounds(String characters, String kana, boolean begins) {
        var plain = plain(characters);
        var heard = heard(kana);
        return sought.stream()
                .anyMatch(one -> like(one.plain(), plain, begins)
                        || like(one.heard(), heard, begins)
                        || !one.latin().isEmpty()
                                && (like(one.latin(), Romaji.ofKana(kana), begins)
                                        || like(one.latin(), Romaji.folded(characters), begins)));
    }

    private boolean ends(String characters, String kana) {
        var plain = plain(characters);
        var heard = heard(kana);
        return sought.stream()
                .anyMatch(one -> plain.endsWith(one.plain())
                        || !one.heard().isEmpty() && heard.endsWith(one.heard())
                        || !one.latin().isEmpty() && Romaji.ofKana(kana).endsWith(one.latin()));
    }

    /// Whether a name is what was asked for; a character some system could not write equals any other.
    private static boolean like(String asked, String name, boolean begins) {
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
        var folded = Characters.folded(characters);
        var plain = new StringBuilder(folded.length());
        for (var i = 0; i < folded.length(); i++) {
            if (!Character.isWhitespace(folded.charAt(i))) {
                plain.append(folded.charAt(i));
            }
        }
        return plain.toString();
    }

    private static String heard(String kana) {
        return kana.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF) ? "" : Kana.loose(Kana.folded(kana));
    }
}
