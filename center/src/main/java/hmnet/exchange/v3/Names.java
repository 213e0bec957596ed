package hmnet.exchange.v3;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A name as HL7 V3 writes it (氏名, EN): its parts, and whether in kanji (IDE), kana (SYL) or Latin letters
/// (ABC).
record Names(String family, String given, Set<String> uses) {
    private static final Names NONE = new Names("", "", Set.of());

    /// A name without parts stands whole in the family name, as where a hospital writes it into one field.
    static Names of(Element name) {
        var family = parts(name, "family");
        var given = parts(name, "given");
        var uses = Set.copyOf(
                List.of(name.attribute("use").toUpperCase(Locale.ROOT).split("\\s+", -1)));
        return family.isEmpty() && given.isEmpty()
                ? new Names(name.text(), "", uses)
                : new Names(String.join(" ", family), String.join(" ", given), uses);
    }

    /// The parts that are not those of an earlier name.
    private static List<String> parts(Element name, String part) {
        return name.children(part).stream()
                .filter(one -> !one.attribute("qualifier").contains("BR"))
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// The name as it is written.
    static Names written(List<Element> names) {
        return names.stream()
                .map(Names::of)
                .filter(name -> !name.isEmpty() && !name.heard())
                .findFirst()
                .orElse(NONE);
    }

    /// The name as it is spoken, in kana.
    static Names heard(List<Element> names) {
        return names.stream()
                .map(Names::of)
                .filter(name -> !name.isEmpty() && name.heard())
                .findFirst()
                .orElse(NONE);
    }

    private boolean isEmpty() {
        return family.isEmpty() && given.isEmpty();
    }

    /// Marked as such, or by its characters when it has no mark.
    private boolean heard() {
        return uses.contains("SYL") || !uses.contains("IDE") && !uses.contains("ABC") && inKana(family + given);
    }

    private static boolean inKana(String name) {
        return name.chars()
                .allMatch(c -> c == ' ' || c == 0x3000 || c >= 0x3041 && c <= 0x30FF || c >= 0xFF66 && c <= 0xFF9F);
    }

    /// A name to be told, if there is one.
    static List<Element> told(String family, String given, String use) {
        var name = Element.of("name").with("use", use);
        if (!family.isEmpty()) {
            name.add(Element.of("family").saying(family));
        }
        if (!given.isEmpty()) {
            name.add(Element.of("given").saying(given));
        }
        return name.children().isEmpty() ? List.of() : List.of(name);
    }
}
