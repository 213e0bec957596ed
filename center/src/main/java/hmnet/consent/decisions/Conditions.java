package hmnet.consent.decisions;

import static hmnet.consent.decisions.Disclosure.JAPAN;

import hmnet.consent.decisions.Condition.ByDenial;
import hmnet.consent.decisions.Condition.ByHospital;
import hmnet.consent.decisions.Condition.ByLabels;
import hmnet.consent.decisions.Condition.ByOwn;
import hmnet.consent.decisions.Condition.ByPosition;
import hmnet.consent.decisions.Condition.ByProfession;
import hmnet.consent.decisions.Condition.ByRule;
import hmnet.consent.decisions.Condition.ByTie;
import hmnet.consent.decisions.Condition.RuleLine;
import hmnet.consent.decisions.DecisionBasis.KindBasis;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.people.patients.LinkedPatient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The conditions behind a disclosure (開示の条件の一覧), one beside the other: worked out apart from its grant, which
/// folds them into lines. `DecisionBasisTest` holds the two against each other.
record Conditions(Disclosure asked) {
    List<KindBasis> of(Map<LinkedPatient, Source> patients) {
        return patients.entrySet().stream()
                .flatMap(one -> Arrays.stream(RecordKind.values())
                        .map(kind -> new KindBasis(
                                one.getValue().facility().id(),
                                kind,
                                one.getValue().own(),
                                of(one.getKey(), one.getValue(), kind))))
                .distinct()
                .toList();
    }

    private List<Condition> of(LinkedPatient patient, Source source, RecordKind kind) {
        var conditions = new ArrayList<Condition>();
        var professional = asked.audience() == Audience.PROFESSIONAL;
        if (professional) {
            var reader = asked.professional();
            conditions.add(new ByProfession(reader.line(), reader.sees(kind)));
        }
        conditions.add(new ByPosition((asked.consent().kinds() & kind.mask()) != 0));
        conditions.add(ofHospital(source, kind));
        if (!source.own() && asked.discloseFrom() != null) {
            conditions.add(new ByTie(asked.discloseFrom()));
        }
        var safe = professional ? asked.professional().safe(kind) : 0;
        var labels = labels(safe, source.own());
        conditions.add(new ByLabels(labels, every()));
        asked.consent().denied().stream()
                .filter(denial -> denial.covers(patient.facility(), kind.mask()))
                .forEach(denial -> conditions.add(new ByDenial(denial, labels & safe)));
        return List.copyOf(conditions);
    }

    private Condition ofHospital(Source source, RecordKind kind) {
        var day = asked.now().atZoneSameInstant(JAPAN).toLocalDate();
        var general = asked.rules().general(source.ruled(), kind, asked.audience(), day);
        if (source.own()) {
            return general.<Condition>map(rule -> new ByOwn(rule.preliminary())).orElseGet(() -> new ByHospital(false));
        }
        if (!source.discloses()) {
            return new ByHospital(source.stopped());
        }
        return new ByRule(
                general.map(rule -> line(rule, kind)).orElse(null),
                asked.rules().ofDepartments(source.ruled(), kind, asked.audience(), day).stream()
                        .map(rule -> line(rule, kind))
                        .toList(),
                asked.now());
    }

    private RuleLine line(DisclosureRule rule, RecordKind kind) {
        var resident = asked.audience() == Audience.RESIDENT;
        var opens = resident
                ? rule.disclosed()
                : rule.opensTo(
                        asked.professional().profession(), asked.professional().at());
        return new RuleLine(rule, opens, !resident && kind == RecordKind.ALLERGY ? 0 : rule.delayDays());
    }

    private long labels(long safe, boolean own) {
        var shown = asked.consent().labels();
        var mayBe = asked.audience() == Audience.RESIDENT
                ? shown & ~Label.UNINFORMED.mask()
                : asked.professional().labels() & (shown | Label.UNINFORMED.mask()) | safe;
        return mayBe & ~Label.UNDELIVERED.mask()
                | (own && asked.audience() == Audience.PROFESSIONAL ? Label.UNDELIVERED.mask() : 0);
    }

    private static long every() {
        return Arrays.stream(Label.values()).mapToLong(Label::mask).reduce(0, (all, one) -> all | one);
    }
}
