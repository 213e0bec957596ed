package hmnet.region.plan;

import hmnet.formats.base.Table;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A resident's name (氏名) in kanji and kana, put together from parts so that it is plausible and yet
/// nobody's.
public record PersonName(String family, String given, String familyKana, String givenKana) {
    private static final Map<String, List<List<String>>> PARTS =
            Table.read(PersonName.class, "names.csv").stream().collect(Collectors.groupingBy(List::getFirst));

    private static final Pattern SELECTORS = Pattern.compile("[\\x{E0100}-\\x{E01EF}]");

    static PersonName draw(Chance chance, String sex) {
        if (chance.percent(2)) {
            return of(chance.of(parts("abroad")), chance.of(parts("abroad" + sex)));
        }
        var first = chance.of(parts("first"));
        var last = chance.of(parts("last"));
        var family = List.of("", first.get(1) + last.get(1), first.get(2) + last.get(2));
        return of(family, chance.of(parts(sex)));
    }

    /// The same family, another given name.
    PersonName sibling(Chance chance, String sex) {
        var named = of(List.of("", family, familyKana), chance.of(parts(sex)));
        return named.given().equals(given) ? sibling(chance, sex) : named;
    }

    /// As an SS-MIX2 message can write it: 髙 and 﨑 are not in JIS X 0208, hospitals send 高 and 崎, and no selector of
    /// a variant.
    public PersonName inJis() {
        return new PersonName(plain(family.replace('髙', '高').replace('﨑', '崎')), plain(given), familyKana, givenKana);
    }

    private static String plain(String written) {
        return SELECTORS.matcher(written).replaceAll("");
    }

    static List<List<String>> parts(String part) {
        return PARTS.getOrDefault(part, List.of());
    }

    private static PersonName of(List<String> family, List<String> given) {
        return new PersonName(family.get(1), given.get(1), family.get(2), given.get(2));
    }
}
