package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.ConditionJson;
import hmnet.formats.fhir.Names;
import hmnet.formats.hl7v2.segment.ProblemLines;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.code.Vocabulary;
import hmnet.formats.model.extract.DiagnosisExtract;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Cuts PPR-01 (病名): a row per diagnosis, since each has its own date and its own labels.
final class DiagnosisCut {
    private DiagnosisCut() {}

    static List<Part> cut(Source source) {
        var problems = ProblemLines.of(source.message());
        problems.removeIf(ProblemLines.ProblemLine::withdrawn);
        var keys = ProblemLines.keys(problems);
        return problems.stream()
                .map(problem -> part(source, problem, keys.getOrDefault(problem, "")))
                .toList();
    }

    private static Part part(Source source, ProblemLines.ProblemLine problem, String key) {
        var prb = problem.prb();
        var diagnosis = extract(problem);
        var bundle = source.bundle();
        ConditionJson.write(bundle, key, diagnosis, prb, problem.zpr(), problem.orc());
        var added = source.tables().of(ConditionJson.codes(diagnosis, prb, problem.zpr()));
        var codes = codes(diagnosis, prb, added);
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(problem.labels());
        labels.addAll(LabelRules.ofCodes(added));
        return new Part(
                RecordKind.DIAGNOSIS,
                key,
                source.firstOf(prb.text(16), prb.text(7), prb.text(2)),
                labels,
                Set.of("UP", "CO").contains(prb.text(1)),
                false,
                null,
                Code.once(codes),
                List.of(CodingLevel.of(Vocabulary.DISEASE, codes)),
                diagnosis.name(),
                OrderingDepartment.before(withIcd10(diagnosis, added).write(), problem.orc(), source, labels),
                bundle.bytes(),
                bundle.resources());
    }

    private static DiagnosisExtract extract(ProblemLines.ProblemLine problem) {
        var prb = problem.prb();
        return new DiagnosisExtract(
                problem.name(),
                prb.text(3),
                prb.text(10),
                Hl7Time.fhir(prb.has(16) ? prb.text(16) : prb.text(7)),
                Hl7Time.fhir(prb.text(9)),
                Names.of(prb, 14),
                problem.suspected(),
                problem.main());
    }

    /// ICD-10 by a table, where none was sent.
    private static DiagnosisExtract withIcd10(DiagnosisExtract sent, List<Code> added) {
        var icd10 = added.stream()
                .filter(code -> code.system().equals(CodingSystems.ICD10))
                .findFirst();
        if (!sent.icd10().isBlank() || icd10.isEmpty()) {
            return sent;
        }
        return new DiagnosisExtract(
                sent.name(),
                sent.code(),
                icd10.get().code(),
                sent.onset(),
                sent.ended(),
                sent.outcome(),
                sent.suspected(),
                sent.main());
    }

    private static List<Code> codes(DiagnosisExtract diagnosis, Segment prb, List<Code> added) {
        var codes = new ArrayList<Code>();
        if (!diagnosis.code().isBlank()) {
            codes.add(new Code(CodingSystems.uri(prb.text(3, 3)), diagnosis.code(), prb.text(3, 2)));
        }
        if (!diagnosis.icd10().isBlank()) {
            codes.add(new Code(CodingSystems.ICD10, diagnosis.icd10(), prb.text(10, 2)));
        }
        codes.addAll(added);
        return codes;
    }
}
