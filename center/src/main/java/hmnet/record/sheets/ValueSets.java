package hmnet.record.sheets;

import hmnet.formats.base.Table;
import hmnet.formats.base.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The codes of a value set that a sheet names (値セット): one that it contains, whose codes are listed there, or one of
/// `value-sets.csv`.
final class ValueSets {
    static final int MOST = 500;
    private static final Map<String, List<SheetCode>> KNOWN = Table.read(ValueSets.class, "value-sets.csv").stream()
            .collect(Collectors.groupingBy(
                    List::getFirst,
                    Collectors.mapping(
                            line -> new SheetCode(
                                    line.get(1), line.get(2), new SheetWords(line.get(3), Map.of("en", line.get(4)))),
                            Collectors.toUnmodifiableList())));

    private final Map<String, JsonValue> contained;

    /// @param contained the resources within the sheet, by id
    ValueSets(Map<String, JsonValue> contained) {
        this.contained = contained;
    }

    /// Nothing for one whose codes do not stand here.
    Optional<List<SheetCode>> codes(String named) {
        var address = named.contains("|") ? named.substring(0, named.indexOf('|')) : named;
        if (!address.startsWith("#")) {
            return Optional.ofNullable(KNOWN.get(address));
        }
        var set = contained.get(address.substring(1));
        if (set == null || !set.text("resourceType").equals("ValueSet")) {
            return Optional.empty();
        }
        var expanded = set.all("expansion.contains");
        return (expanded.isEmpty() ? composed(set) : Optional.of(codes(expanded, "", "contains")))
                .filter(codes -> !codes.isEmpty());
    }

    /// Nothing where the file says which codes there are by a rule, or by another set.
    private Optional<List<SheetCode>> composed(JsonValue set) {
        var codes = new ArrayList<SheetCode>();
        if (set.at("compose.exclude").exists()) {
            return Optional.empty();
        }
        for (var include : set.all("compose.include")) {
            var concepts = include.all("concept");
            var named = concepts.isEmpty() ? defined(include.text("system")) : concepts;
            if (include.at("filter").exists() || include.at("valueSet").exists() || named.isEmpty()) {
                return Optional.empty();
            }
            codes.addAll(codes(named, include.text("system"), "concept"));
        }
        return Optional.of(codes);
    }

    /// All codes of a code system that the sheet contains.
    private List<JsonValue> defined(String system) {
        return contained.values().stream()
                .filter(each -> each.text("resourceType").equals("CodeSystem")
                        && each.text("url").equals(system))
                .flatMap(each -> each.all("concept").stream())
                .toList();
    }

    /// With those that stand below others; what is only a heading is none.
    ///
    /// @param below the element that holds them
    private static List<SheetCode> codes(List<JsonValue> concepts, String system, String below) {
        return concepts.stream()
                .flatMap(concept -> Stream.concat(
                        isChosen(concept) ? Stream.of(code(concept, system)) : Stream.<SheetCode>of(),
                        codes(concept.all(below), system, below).stream()))
                .toList();
    }

    private static boolean isChosen(JsonValue concept) {
        return !concept.text("code").isEmpty()
                && !concept.text("abstract").equals("true")
                && !concept.text("inactive").equals("true");
    }

    private static SheetCode code(JsonValue concept, String system) {
        return new SheetCode(
                system.isEmpty() ? concept.text("system") : system,
                concept.text("code"),
                FhirAnswers.text(concept, "display"));
    }
}
