package hmnet.formats.model.chart;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.StandardTest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// A row of FHIR with the codes that say the same (対応するコードを添えたFHIRの記載).
final class TranslatedFhirEntry {
    private TranslatedFhirEntry() {}

    /// The row stays as it was cut: a code that gives something away labels all of it. The resources get
    /// their codings as they are written.
    static KeptFhir kept(KeptFhir kept, Equivalents tables) {
        var about = kept.about().stream()
                .map(each ->
                        new KeptFhir.ResourceSubject(each.type(), each.concept().with(tables)))
                .toList();
        return new KeptFhir(
                kept.key(),
                kept.at(),
                kept.kind(),
                kept.title(),
                kept.department(),
                about,
                extract(kept.extract(), about),
                kept.resources(),
                labels(kept.labels(), about));
    }

    /// A diagnosis sent without ICD-10 is drawn with the one a table knows, a laboratory's own test with
    /// what it is in JLAC10.
    private static Extract extract(Extract sent, List<KeptFhir.ResourceSubject> about) {
        if (sent instanceof LabExtract lab) {
            return meant(lab, about);
        }
        return sent instanceof DiagnosisExtract diagnosis && diagnosis.icd10().isEmpty() && about.size() == 1
                ? diagnosis.withIcd10(about.getFirst().concept().code(CodingSystems.ICD10))
                : sent;
    }

    private static LabExtract meant(LabExtract lab, List<KeptFhir.ResourceSubject> about) {
        var explained = new HashMap<Code, Concept>();
        for (var each : about) {
            if (!each.concept().added().isEmpty()) {
                each.concept().codes().forEach(code -> explained.putIfAbsent(code.bare(), each.concept()));
            }
        }
        return explained.isEmpty()
                ? lab
                : lab.withItems(lab.items().stream()
                        .map(item -> {
                            var test = explained.get(new Code(item.system(), item.code(), ""));
                            return test == null ? item : StandardTest.of(item, test.codes());
                        })
                        .toList());
    }

    private static Set<Label> labels(Set<Label> sent, List<KeptFhir.ResourceSubject> about) {
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(sent);
        about.forEach(each -> labels.addAll(LabelRules.ofCodes(each.concept().added())));
        return labels;
    }
}
