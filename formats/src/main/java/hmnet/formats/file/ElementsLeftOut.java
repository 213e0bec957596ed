package hmnet.formats.file;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.StandardUsage;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which elements of the common model a written file does not hold (書き出せなかった要素), found by reading it
/// again: each by its path, such as `drugs[0].dosages[0].rhythm.everyWeeks`, with the class of its value.
public final class ElementsLeftOut {
    /// Of the format's own making.
    private static final Set<String> OWN = Set.of("key", "labels", "correction", "source", "version");

    private final List<Element> found = new ArrayList<>();

    private ElementsLeftOut() {}

    /// @param kind of the value, as the model calls it
    public record Element(String path, String kind) {}

    /// @param sent and `read` of one class
    public static List<Element> of(String path, Object sent, Object read) {
        var left = new ElementsLeftOut();
        left.compare(path, sent, read);
        return List.copyOf(left.found);
    }

    private void compare(String path, Object sent, Object read) {
        switch (sent) {
            case Amount amount -> {
                var other = (Amount) read;
                same(
                        path,
                        sent,
                        amount.value().equals(other.value())
                                && amount.unitShown().equals(other.unitShown()));
            }
            case Concept concept -> concept(path, concept, (Concept) read);
            case OffsetDateTime at -> same(path, sent, at.isEqual((OffsetDateTime) read));
            case PrescribedDrug drug -> record(path, bare(drug), bare((PrescribedDrug) read));
            case Record any -> record(path, any, (Record) read);
            case List<?> list -> list(path, list, (List<?>) read);
            default -> same(path, sent, sent.equals(read));
        }
    }

    /// An amount's code and a table's codes are other words for what is said.
    private void concept(String path, Concept sent, Concept read) {
        same(path, sent, sent.shown().equals(read.shown()));
        boolean coded = sent.codes().stream()
                .filter(Code::isSent)
                .allMatch(code -> read.codes().stream().anyMatch(code::isSameAs));
        same(path + ".codes", sent, coded);
    }

    private void record(String path, Record sent, Record read) {
        for (var component : sent.getClass().getRecordComponents()) {
            var name = component.getName();
            var mine = value(component, sent);
            var theirs = value(component, read);
            boolean implied = mine == null || OWN.contains(name) || isEmpty(mine);
            var place = path.isEmpty() ? name : path + "." + name;
            if (mine != null && theirs == null) {
                same(place, mine, false);
            } else if (mine != null && theirs != null && !implied) {
                compare(place, mine, theirs);
            }
        }
    }

    /// What was not said cannot be lost; a format may reckon it, such as a total from days.
    private static boolean isEmpty(Object value) {
        return switch (value) {
            case Amount amount -> amount.isNone();
            case Concept concept -> concept.isNone();
            case Collection<?> list -> list.isEmpty();
            case Integer number -> number == 0;
            case CareSetting setting -> setting == CareSetting.UNKNOWN;
            default -> value.equals("");
        };
    }

    /// Words may be parted into several where a column is short; others may stand beside words and coded
    /// words, such as a supplement that says the rhythm again.
    private void list(String path, List<?> sent, List<?> read) {
        boolean words = !sent.isEmpty() && sent.getFirst() instanceof String;
        if (words && read.stream().allMatch(String.class::isInstance)) {
            same(path, sent, joined(read).contains(joined(sent)));
        } else if (sent.size() < read.size() && sent.getFirst() instanceof Concept) {
            for (int n = 0; n < sent.size(); n++) {
                concept(path + "[" + n + "]", (Concept) sent.get(n), shown((Concept) sent.get(n), read));
            }
        } else if (sent.size() != read.size()) {
            same(path, sent, false);
        } else {
            for (int n = 0; n < sent.size(); n++) {
                compare(path + "[" + n + "]", sent.get(n), read.get(n));
            }
        }
    }

    private static Concept shown(Concept sent, List<?> read) {
        return read.stream()
                .map(Concept.class::cast)
                .filter(each -> each.shown().equals(sent.shown()))
                .findFirst()
                .orElse(Concept.NONE);
    }

    private static String joined(Collection<?> words) {
        return String.join("", words.stream().map(String::valueOf).toList());
    }

    /// A supplement's code that only says the rhythm or the uneven doses again is no element of its own;
    /// instructions have no order, and 頓用 among them is said by the rhythm.
    private static PrescribedDrug bare(PrescribedDrug drug) {
        var instructions = drug.instructions().stream()
                .filter(each -> !(each.shown().equals("頓用") && drug.asNeeded()))
                .sorted(Comparator.comparing(Concept::shown))
                .toList();
        return drug.withInstructions(instructions)
                .withDosages(drug.dosages().stream()
                        .map(dosage -> {
                            var implied = StandardUsage.supplements(dosage.rhythm());
                            var supplements = dosage.usage().supplements().stream()
                                    .filter(each -> implied.stream().noneMatch(other -> says(each, other)))
                                    .filter(each -> dosage.amounts().uneven().isEmpty()
                                            || !each.code(CodingSystems.USAGE_SUPPLEMENT)
                                                    .startsWith("V"))
                                    .toList();
                            return dosage.with(new DoseUsage(dosage.usage().usage(), supplements));
                        })
                        .toList());
    }

    private static boolean says(Concept supplement, Concept implied) {
        var code = implied.code(CodingSystems.USAGE_SUPPLEMENT);
        return code.isEmpty()
                ? supplement.shown().equals(implied.shown())
                : supplement.code(CodingSystems.USAGE_SUPPLEMENT).equals(code);
    }

    private void same(String path, Object value, boolean same) {
        if (!same) {
            found.add(new Element(
                    path, value instanceof List ? "List" : value.getClass().getSimpleName()));
        }
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A record's component can be read", impossible);
        }
    }
}
