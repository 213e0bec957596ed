package hmnet.consent.sight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hmnet.consent.decisions.Condition;
import hmnet.consent.decisions.Condition.ByDenial;
import hmnet.consent.decisions.Condition.ByHospital;
import hmnet.consent.decisions.Condition.ByLabels;
import hmnet.consent.decisions.Condition.ByOwn;
import hmnet.consent.decisions.Condition.ByPosition;
import hmnet.consent.decisions.Condition.ByProfession;
import hmnet.consent.decisions.Condition.ByRule;
import hmnet.consent.decisions.Condition.ByTie;
import hmnet.consent.decisions.Condition.RuleLine;
import hmnet.consent.decisions.Condition.SeenPart;
import hmnet.consent.decisions.DecisionBasis.KindBasis;
import hmnet.consent.policy.ProfessionLine;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.consent.sight.SightSource.SightGroup;
import hmnet.formats.model.code.Label;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The conditions of a decision in plain words (判定の根拠のことば). Each hearer is told what is theirs to know.
///
/// @param name what a facility is called
public record SightWords(Messages m, Function<FacilityId, String> name, Hearer hearer) {
    /// Who is told (説明の相手).
    public enum Hearer {
        /// Everything but 未告知.
        RESIDENT(Set.of(Label.UNINFORMED, Label.UNDELIVERED)),
        /// Who represents the person. A denial that names a sensitive kind is the person's own to tell.
        PROXY(Set.of(Label.UNINFORMED, Label.UNDELIVERED)),
        /// Rules alone: what the person keeps back, and labels, are named to no reader.
        READER(Set.of(Label.values())),
        OFFICE(Set.of(Label.UNDELIVERED));

        private final Set<Label> unnamed;

        Hearer(Set<Label> unnamed) {
            this.unnamed = unnamed;
        }

        private boolean isTold(Condition condition) {
            return switch (condition) {
                case ByPosition position -> this != READER;
                case ByLabels labels -> this != READER;
                case ByDenial(var what, var safe) -> this != READER && (this != PROXY || what.whole());
                case ByProfession profession -> true;
                case ByHospital hospital -> true;
                case ByOwn own -> true;
                case ByRule rule -> true;
                case ByTie tie -> true;
            };
        }
    }

    /// What decides alike about several kinds.
    private record AlikeKinds(SeenPart reach, List<String> reasons) {}

    public List<SightSource> of(List<KindBasis> kinds) {
        return kinds.stream().collect(groupingBy(KindBasis::source, LinkedHashMap::new, toList())).entrySet().stream()
                .map(one -> new SightSource(name.apply(one.getKey()), groups(one.getValue())))
                .toList();
    }

    private List<SightGroup> groups(List<KindBasis> ofOne) {
        var alike = new LinkedHashMap<AlikeKinds, List<String>>();
        for (var basis : ofOne) {
            var told = basis.conditions().stream().filter(hearer::isTold).toList();
            var reach = told.stream().map(Condition::reach).reduce(SeenPart.ALL, SeenPart::and);
            var reasons = told.stream()
                    .filter(condition -> reach != SeenPart.NONE || condition.reach() == SeenPart.NONE)
                    .flatMap(condition -> words(condition, basis))
                    .toList();
            alike.computeIfAbsent(new AlikeKinds(reach, reasons), none -> new ArrayList<>())
                    .add(m.t("kind." + basis.kind().name()));
        }
        return alike.entrySet().stream()
                .map(one -> new SightGroup(
                        one.getValue().stream().distinct().toList(),
                        one.getKey().reach().name().toLowerCase(Locale.ROOT),
                        one.getKey().reasons()))
                .toList();
    }

    private Stream<String> words(Condition condition, KindBasis basis) {
        return switch (condition) {
            case ByProfession(var line, var sees) -> Stream.of(profession(line, sees));
            case ByPosition(var shown) -> Stream.of(m.t(shown ? "sight.position.shown" : "sight.position.left-out"));
            case ByHospital(var stopped) ->
                Stream.of(m.t(stopped ? "sight.hospital.stopped" : "sight.hospital.none", name.apply(basis.source())));
            case ByOwn(var preliminary) -> Stream.of(m.t(preliminary ? "sight.own" : "sight.own.final"));
            case ByRule rule -> rule(rule);
            case ByTie(var from) -> Stream.of(m.t("sight.tie", m.day(from)));
            case ByLabels(var labels, var every) -> labels(every & ~labels);
            case ByDenial(var what, var safe) -> Stream.of(denial(what, safe));
        };
    }

    private String profession(ProfessionLine line, boolean sees) {
        var profession = m.t("profession." + line.profession().word());
        return line.id() == ProfessionLine.NONE
                ? m.t("sight.profession.none", profession)
                : m.t(
                        sees ? "sight.profession.sees" : "sight.profession.not",
                        profession,
                        String.valueOf(line.id()),
                        m.shortDay(line.effectiveOn()));
    }

    private Stream<String> rule(ByRule rule) {
        var general = rule.general() == null
                ? Stream.of(m.t("sight.rule.none"))
                : Stream.of(line(Objects.requireNonNull(rule.general())));
        return Stream.concat(
                general,
                rule.departments().stream()
                        .map(line -> m.t(
                                "sight.rule.department",
                                Objects.requireNonNull(line.rule().department()),
                                line(line))));
    }

    private String line(RuleLine line) {
        var rule = line.rule();
        var facility = rule.facility();
        var words = m.t(
                line.opens() ? "sight.rule.opens" : "sight.rule.closes",
                facility == null ? m.t("sight.rule.network") : name.apply(facility),
                String.valueOf(rule.id()),
                m.shortDay(rule.effectiveOn()));
        if (!line.opens()) {
            return words;
        }
        var limits = new ArrayList<String>();
        if (rule.careSince() != null) {
            limits.add(m.t("sight.rule.since", m.day(rule.careSince())));
        }
        if (line.delayDays() > 0) {
            limits.add(m.t("sight.rule.delay", String.valueOf(line.delayDays())));
        }
        if (rule.onlyReleased()) {
            limits.add(m.t("sight.rule.released"));
        }
        if (!rule.preliminary()) {
            limits.add(m.t("sight.rule.final"));
        }
        return limits.isEmpty() ? words : m.t("sight.rule.limits", words, String.join(m.t("sight.and"), limits));
    }

    private Stream<String> labels(long hidden) {
        var named = named(hidden);
        return named.isEmpty() ? Stream.empty() : Stream.of(m.t("sight.labels", named));
    }

    private String denial(ConsentProvision what, long safe) {
        var labels = what.whole() ? "" : named(what.labels() & ~safe);
        var words = what.whole() ? m.t("sight.denial") : m.t("sight.denial.labels", labels);
        return what.careFrom() == null && what.careUntil() == null
                ? words
                : m.t(
                        "sight.denial.care",
                        words,
                        what.careFrom() == null ? "" : m.day(what.careFrom()),
                        what.careUntil() == null ? "" : m.day(what.careUntil()));
    }

    private String named(long labels) {
        return Label.of(labels).stream()
                .filter(label -> !hearer.unnamed.contains(label))
                .map(label -> m.t("sight.label." + label.name()))
                .collect(Collectors.joining(m.t("sight.and")));
    }
}
