package hmnet.care.labsheet;

import static java.util.stream.Collectors.toSet;

import hmnet.formats.base.Table;
import hmnet.record.charts.ChartEntry;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Results that are no line of a sheet (専用画面の検査): a culture, a cross-match. What is which stands in
/// `own-pages.csv`.
public enum OwnPage {
    /// 微生物.
    MICROBIOLOGY,
    /// 血液型・輸血検査.
    BLOOD_BANK;

    /// The values that stand on this page, in their order.
    public List<LabValue> of(List<LabValue> values) {
        var pages = pages(values);
        return values.stream().filter(value -> pages.get(value) == this).toList();
    }

    /// The values that stand on the sheet.
    static List<LabValue> none(List<LabValue> values) {
        var pages = pages(values);
        return values.stream().filter(value -> pages.get(value) == null).toList();
    }

    private static IdentityHashMap<LabValue, OwnPage> pages(List<LabValue> values) {
        var reports = new HashMap<OwnPage, Set<UUID>>();
        for (var page : values()) {
            reports.put(
                    page,
                    values.stream()
                            .filter(value -> value.analyte().standard()
                                    && page.holdsCode(value.analyte().code()))
                            .map(LabValue::entry)
                            .map(ChartEntry::id)
                            .collect(toSet()));
        }
        var pages = new IdentityHashMap<LabValue, OwnPage>();
        values.forEach(value -> page(value, reports).ifPresent(page -> pages.put(value, page)));
        return pages;
    }

    private static Optional<OwnPage> page(LabValue value, Map<OwnPage, Set<UUID>> reports) {
        var analyte = value.analyte();
        if (analyte.isComputed()) {
            return Optional.empty();
        }
        return Stream.of(values())
                .filter(page -> analyte.standard()
                        ? page.holdsCode(analyte.code())
                        : page.holdsName(value.item().name())
                                || reports.getOrDefault(page, Set.of())
                                        .contains(value.entry().id()))
                .findFirst();
    }

    private boolean holdsCode(String jlac10) {
        return OwnPageRules.CODES.getOrDefault(this, List.of()).stream().anyMatch(jlac10::startsWith);
    }

    private boolean holdsName(String name) {
        var plain = OwnPageRules.plain(name);
        return OwnPageRules.NAMES.getOrDefault(this, List.of()).stream().anyMatch(plain::contains);
    }

    /// The word in keys, tables and addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The table, read once.
    private static final class OwnPageRules {
        private static final String NAME = "~";
        private static final List<List<String>> ROWS = Table.read(OwnPage.class, "own-pages.csv");
        private static final Map<OwnPage, List<String>> CODES = rules(rule -> !rule.startsWith(NAME), rule -> rule);
        private static final Map<OwnPage, List<String>> NAMES =
                rules(rule -> rule.startsWith(NAME), rule -> plain(rule.substring(1)));

        static String plain(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFKC);
        }

        private static Map<OwnPage, List<String>> rules(Predicate<String> which, UnaryOperator<String> read) {
            var rules = new EnumMap<OwnPage, List<String>>(OwnPage.class);
            for (var page : OwnPage.values()) {
                rules.put(
                        page,
                        ROWS.stream()
                                .filter(row -> row.getFirst().equals(page.word()))
                                .map(row -> row.get(1))
                                .filter(which)
                                .map(read)
                                .toList());
            }
            return rules;
        }
    }
}
