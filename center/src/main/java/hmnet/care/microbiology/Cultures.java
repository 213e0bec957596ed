package hmnet.care.microbiology;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hmnet.care.labsheet.LabSheet.LabState;
import hmnet.care.labsheet.LabValue;
import hmnet.care.microbiology.Culture.Antibiogram;
import hmnet.care.microbiology.Culture.CultureState;
import hmnet.care.microbiology.Culture.Organism;
import hmnet.care.microbiology.Culture.OtherFinding;
import hmnet.care.microbiology.Culture.Susceptibility;
import hmnet.care.microbiology.Culture.SusceptibilityRow;
import hmnet.care.viewer.Mark;
import hmnet.formats.base.Table;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts the values of a sample together (微生物検査の組立): organisms with their quantity, susceptibilities as a table,
/// and all else as it was sent. Every value stands somewhere.
final class Cultures {
    private static final Set<String> NO_GROWTH = Table.read(Cultures.class, "no-growth.csv").stream()
            .map(List::getFirst)
            .collect(Collectors.toSet());

    private final Function<FacilityId, String> facilities;
    private final String path;
    private final Messages m;

    Cultures(Function<FacilityId, String> facilities, String path, Messages m) {
        this.facilities = facilities;
        this.path = path;
        this.m = m;
    }

    /// @param values microbiological ones, newest first
    List<Culture> of(List<LabValue> values) {
        return values.stream().collect(groupingBy(SampleSource::of, LinkedHashMap::new, toList())).values().stream()
                .map(this::culture)
                .toList();
    }

    private Culture culture(List<LabValue> values) {
        var first = values.getFirst();
        var items = values.stream().map(CultureItem::of).toList();
        var entries = values.stream().map(LabValue::entry).distinct().toList();
        var findings = items.stream().filter(item -> !item.susceptibility()).toList();
        var organisms = organisms(findings);
        var used = findings.stream()
                .filter(item -> isOrganism(item, findings) || !item.organism().isEmpty())
                .collect(Collectors.toSet());
        return new Culture(
                first.entry().occurredAt(),
                facilities.apply(first.entry().facility()),
                first.item().specimen(),
                state(items),
                organisms,
                antibiogram(items.stream().filter(CultureItem::susceptibility).toList()),
                findings.stream()
                        .filter(item -> !used.contains(item))
                        .map(this::other)
                        .toList(),
                entries.stream()
                        .flatMap(entry -> LabValue.comments(entry).stream())
                        .distinct()
                        .toList(),
                entries.stream()
                        .flatMap(entry -> Mark.allOf(entry).stream())
                        .distinct()
                        .toList(),
                path + "/records/" + first.entry().id());
    }

    private static boolean isOrganism(CultureItem item, List<CultureItem> all) {
        return item.organism().isEmpty()
                && !item.sent().isEmpty()
                && (item.names()
                        || all.stream().anyMatch(other -> other.organism().equals(item.sent())));
    }

    /// Each line that names one, with the quantities that were told of it. A quantity of an organism that no line
    /// names stands by itself.
    private List<Organism> organisms(List<CultureItem> findings) {
        var left = new ArrayList<>(
                findings.stream().filter(item -> !item.organism().isEmpty()).toList());
        var organisms = new ArrayList<Organism>();
        for (var item : findings) {
            if (isOrganism(item, findings)) {
                var about = left.stream()
                        .filter(other -> other.organism().equals(item.sent()) && isOfOneTest(other, item))
                        .toList();
                left.removeAll(about);
                organisms.add(organism(item, item.sent(), about));
            }
        }
        left.forEach(item -> organisms.add(organism(item, item.organism(), List.of(item))));
        return organisms;
    }

    /// A smear's quantity is not a culture's: of standard codes the first five characters say which.
    private static boolean isOfOneTest(CultureItem one, CultureItem other) {
        var a = one.value().analyte();
        var b = other.value().analyte();
        return !a.standard()
                || !b.standard()
                || a.code().substring(0, 5).equals(b.code().substring(0, 5));
    }

    private Organism organism(CultureItem item, String name, List<CultureItem> about) {
        var quantity = about.stream()
                .map(other -> other.measure().isEmpty() ? other.sent() : other.measure())
                .collect(Collectors.joining(m.t("viewer.comma")));
        var all = Stream.concat(Stream.of(item), about.stream()).distinct().toList();
        return new Organism(item.test(), name, quantity, told(all), item.value().struck(), notes(all));
    }

    private @Nullable Antibiogram antibiogram(List<CultureItem> items) {
        var tried = items.stream().filter(item -> !isDrugName(item, items)).toList();
        if (tried.isEmpty()) {
            return null;
        }
        var organisms = new LinkedHashSet<String>();
        var drugs = new LinkedHashMap<String, Map<String, List<CultureItem>>>();
        for (var item : tried) {
            organisms.add(item.organism());
            drugs.computeIfAbsent(drug(item), drug -> new LinkedHashMap<>())
                    .computeIfAbsent(item.organism(), organism -> new ArrayList<>())
                    .add(item);
        }
        var rows = new ArrayList<SusceptibilityRow>();
        drugs.forEach((drug, tries) -> {
            var cells = new ArrayList<@Nullable Susceptibility>();
            organisms.forEach(organism -> cells.add(susceptibility(tries.getOrDefault(organism, List.of()))));
            rows.add(new SusceptibilityRow(drug, cells));
        });
        return new Antibiogram(List.copyOf(organisms), rows);
    }

    /// The line that names the drug of a pair, whose other line names it again.
    private static boolean isDrugName(CultureItem item, List<CultureItem> all) {
        return item.drug().isEmpty()
                && all.stream()
                        .anyMatch(other -> !other.drug().isEmpty()
                                && other.drug().equals(item.sent())
                                && other.organism().equals(item.organism()));
    }

    private static String drug(CultureItem item) {
        return item.drug().isEmpty() ? item.test() : item.drug();
    }

    private @Nullable Susceptibility susceptibility(List<CultureItem> items) {
        if (items.isEmpty()) {
            return null;
        }
        return new Susceptibility(
                joined(items.stream().map(CultureItem::verdict)),
                joined(items.stream().map(CultureItem::measure)),
                told(items),
                items.stream().anyMatch(item -> item.value().struck()),
                notes(items));
    }

    private OtherFinding other(CultureItem item) {
        return new OtherFinding(
                item.value().item().name(),
                item.sent().isEmpty()
                        ? m.t("viewer.sheet.no-value")
                        : item.measure().isEmpty() ? item.sent() : item.measure(),
                item.value().told(m),
                item.value().struck(),
                item.value().item().notes());
    }

    private String joined(Stream<String> words) {
        return words.filter(word -> !word.isEmpty()).distinct().collect(Collectors.joining(m.t("viewer.comma")));
    }

    private String told(List<CultureItem> items) {
        return joined(items.stream().map(item -> item.value().told(m)));
    }

    private static List<String> notes(List<CultureItem> items) {
        return items.stream()
                .flatMap(item -> item.value().item().notes().stream())
                .distinct()
                .toList();
    }

    static CultureState state(List<CultureItem> items) {
        var values = items.stream().map(CultureItem::value).toList();
        if (values.stream().noneMatch(value -> value.counts() || value.state() == LabState.PENDING)) {
            return CultureState.WITHDRAWN;
        }
        if (values.stream().allMatch(value -> value.item().value().isBlank())) {
            return CultureState.PENDING;
        }
        if (values.stream()
                .anyMatch(value -> value.state() == LabState.PRELIMINARY || value.state() == LabState.PENDING)) {
            return CultureState.PRELIMINARY;
        }
        return items.stream().allMatch(Cultures::saysNoGrowth) ? CultureState.NO_GROWTH : CultureState.FINAL;
    }

    /// Of a culture alone: a negative test for a gene or a toxin says nothing of growth.
    private static boolean saysNoGrowth(CultureItem item) {
        return item.culture()
                && NO_GROWTH.contains(
                        CultureItem.plain(item.sent()).replaceAll("\\s+", "").toLowerCase(Locale.ROOT));
    }

    /// What is one sample: of one facility, moment and specimen.
    private record SampleSource(FacilityId facility, OffsetDateTime at, String specimen) {
        static SampleSource of(LabValue value) {
            return new SampleSource(
                    value.entry().facility(),
                    value.entry().occurredAt(),
                    value.item().specimen());
        }
    }
}
