package hmnet.ground.directory;

import hmnet.ground.directory.Succession.Follows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who stands for whom on a day (承継の現況): the rule alone, over the successions in effect.
public record Heirs(List<Succession> inEffect) {
    public static final Heirs NONE = new Heirs(List.of());

    /// For which facilities one stands, itself first; for none once another has taken over from it.
    public Set<FacilityId> standsFor(FacilityId facility, Follows what) {
        var all = new LinkedHashSet<FacilityId>();
        if (what == Follows.SHUTTING_OUT || by(facility).isEmpty()) {
            all.add(facility);
            for (var before = 0; before != all.size(); ) {
                before = all.size();
                inEffect.stream()
                        .filter(one -> all.contains(one.successor()) && one.follows(what))
                        .map(Succession::facility)
                        .toList()
                        .forEach(all::add);
            }
        }
        return all;
    }

    /// The same as it enters SQL.
    public Long[] numbers(FacilityId facility, Follows what) {
        return standsFor(facility, what).stream().map(FacilityId::value).toArray(Long[]::new);
    }

    /// Whose hands these hospitals' cards, or consents, are in now: their own, those of whoever took them
    /// over as well, or nobody's.
    public Set<Long> of(Collection<Long> hospitals, Follows what) {
        return hospitals.stream()
                .flatMap(hospital -> with(new FacilityId(hospital), what).stream())
                .map(FacilityId::value)
                .collect(Collectors.toSet());
    }

    private Set<FacilityId> with(FacilityId facility, Follows what) {
        var all = new HashSet<>(Set.of(facility));
        for (var next = by(facility); next.isPresent(); next = by(next.get().successor())) {
            if (!next.get().follows(what)) {
                return Set.of();
            }
            all.add(next.get().successor());
        }
        return all;
    }

    /// Whose disclosure rule the records of a facility obey.
    public FacilityId ruleOf(FacilityId facility) {
        return by(facility)
                .filter(one -> one.records() && !one.ownRules())
                .map(one -> ruleOf(one.successor()))
                .orElse(facility);
    }

    /// Whether the records of a facility may be shown to others: whoever has taken them over can stop it, and
    /// the facility itself as long as they obey its rule. What two people ended when it left stays ended.
    public boolean discloses(FacilityId facility, Function<FacilityId, Facility> register) {
        var taken = by(facility).filter(Succession::records);
        return !register.apply(facility).recordsEnded()
                && (taken.isEmpty() || discloses(taken.get().successor(), register))
                && (!ruleOf(facility).equals(facility)
                        || register.apply(facility).discloses());
    }

    /// Whether that is so because one of them has stopped all its disclosure.
    public boolean isStopped(FacilityId facility, Function<FacilityId, Facility> register) {
        var taken = by(facility).filter(Succession::records);
        return register.apply(facility).recordsEnded()
                || taken.isPresent() && isStopped(taken.get().successor(), register)
                || ruleOf(facility).equals(facility) && register.apply(facility).disclosureStoppedAt() != null;
    }

    /// As it was on a day: who had taken over from whom by then.
    public Heirs on(LocalDate day) {
        return new Heirs(inEffect.stream().filter(one -> !one.on().isAfter(day)).toList());
    }

    /// Who is at work now where a facility was: the last who took over from it, or itself.
    public FacilityId last(FacilityId facility) {
        var last = facility;
        for (var n = 0; n <= inEffect.size(); n++) {
            var taken = by(last);
            if (taken.isEmpty()) {
                break;
            }
            last = taken.get().successor();
        }
        return last;
    }

    /// Who took over from a facility.
    public Optional<Succession> by(FacilityId facility) {
        return inEffect.stream().filter(one -> one.facility().equals(facility)).findFirst();
    }
}
