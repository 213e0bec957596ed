package hmnet.care.labsheet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import hmnet.care.computed.Formula;
import hmnet.care.computed.Formula.Body;
import hmnet.care.computed.Formula.FormulaInput;
import hmnet.care.computed.Formula.Sex;
import hmnet.care.labsheet.LabSheet.LabState;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.extract.LabExtract;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.Person;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Values that a formula gives for the samples of a chart (計算値). All inputs are of one facility and one moment of
/// sampling; where one of them was told twice, is not a plain number or does not count, nothing is computed.
final class ComputedValues {
    private final LocalDate birth;
    private final Sex sex;
    private final Messages m;

    ComputedValues(LocalDate birth, String sex, Messages m) {
        this.birth = birth;
        this.sex = Sex.of(sex);
        this.m = m;
    }

    static ComputedValues of(Person person, Messages m) {
        return new ComputedValues(person.birthDate(), person.sex(), m);
    }

    /// The values and what is computed from them, in the same order.
    List<LabValue> beside(List<LabValue> values) {
        var samples = values.stream().collect(groupingBy(SampleMoment::of, LinkedHashMap::new, toList()));
        var sent = values.stream()
                .filter(value -> value.analyte().standard() && value.counts())
                .collect(groupingBy(
                        SampleDay::of, mapping(value -> value.analyte().code(), toSet())));
        var all = new ArrayList<LabValue>();
        samples.values().forEach(sample -> {
            all.addAll(sample);
            var codes = sent.getOrDefault(SampleDay.of(sample.getFirst()), Set.of());
            for (var formula : Formula.values()) {
                if (codes.stream().noneMatch(formula::isSentAs)) {
                    compute(formula, sample).ifPresent(all::add);
                }
            }
        });
        return all;
    }

    private Optional<LabValue> compute(Formula formula, List<LabValue> sample) {
        var inputs = new LinkedHashMap<String, LabValue>();
        for (var input : formula.inputs()) {
            var found = sample.stream().filter(value -> takes(input, value)).toList();
            if (found.size() != 1 || !isPlain(found.getFirst())) {
                return Optional.empty();
            }
            inputs.put(input.word(), found.getFirst());
        }
        var first = inputs.firstEntry().getValue();
        var age = (int) ChronoUnit.YEARS.between(birth, Timelines.day(first.entry()));
        var numbers = new HashMap<String, Double>();
        inputs.forEach((word, value) -> numbers.put(
                word, Quantity.of(value.item().value()).orElseThrow().number()));
        return formula.of(numbers, new Body(age, sex))
                .map(value -> value(formula, value, List.copyOf(inputs.values())));
    }

    private static boolean takes(FormulaInput input, LabValue value) {
        var analyte = value.analyte();
        return analyte.standard()
                && input.takes(analyte.code(), analyte.material(), analyte.unit())
                && value.item().notes().stream().noneMatch(ComputedValues::saysJaffe);
    }

    private static boolean saysJaffe(String note) {
        var folded = LocalTestName.folded(note);
        return folded.contains("jaff") || folded.contains("ヤッフェ");
    }

    private static boolean isPlain(LabValue value) {
        return value.counts()
                && value.state() != LabState.UNKNOWN
                && Quantity.of(value.item().value()).filter(Quantity::exact).isPresent();
    }

    private LabValue value(Formula formula, String value, List<LabValue> inputs) {
        var first = inputs.getFirst();
        var preliminary = inputs.stream().anyMatch(input -> input.state() == LabState.PRELIMINARY);
        var notes = inputs.stream()
                .flatMap(input -> input.item().notes().stream())
                .distinct()
                .toList();
        var item = new LabExtract.AnalyteItem(
                formula.word(),
                "",
                m.t("viewer.computed." + formula.word()),
                value,
                formula.unit(),
                "",
                "",
                "",
                "",
                preliminary ? "P" : "F",
                first.item().specimen(),
                first.item().at(),
                notes,
                "",
                "");
        return new LabValue(labelled(inputs), item, Analyte.computed(formula), LabFlag.NONE, first.order());
    }

    /// The row of the first input, under the labels of all of them.
    private static ChartEntry labelled(List<LabValue> inputs) {
        var first = inputs.getFirst().entry();
        Set<Label> labels = EnumSet.noneOf(Label.class);
        inputs.forEach(input -> labels.addAll(input.entry().labels()));
        return new ChartEntry(
                first.id(),
                first.kind(),
                first.facility(),
                first.department(),
                first.occurredAt(),
                first.receivedAt(),
                labels,
                false,
                first.preliminary(),
                first.title(),
                first.extract().json());
    }

    /// What is taken to be one sample: of one facility and one moment.
    private record SampleMoment(FacilityId facility, OffsetDateTime at) {
        static SampleMoment of(LabValue value) {
            return new SampleMoment(value.entry().facility(), value.entry().occurredAt());
        }
    }

    private record SampleDay(FacilityId facility, LocalDate day) {
        static SampleDay of(LabValue value) {
            return new SampleDay(value.entry().facility(), Timelines.day(value.entry()));
        }
    }
}
