package hmnet.formats.ssmix2;

import hmnet.formats.Code;
import hmnet.formats.Label;
import hmnet.formats.LabelRules;
import hmnet.formats.Part;
import hmnet.formats.RecordKind;
import hmnet.formats.extract.DiagnosisExtract;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.CodingSystems;
import hmnet.formats.fhir.ConditionJson;
import hmnet.formats.fhir.Names;
import hmnet.formats.hl7.Hl7Time;
import hmnet.formats.hl7.Segment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts PPR-01 (病名): a row per diagnosis, since each has its own date and its own labels.
final class DiagnosisCut {
    private DiagnosisCut() {}

    /// PRB and the first ZPR and ORC behind it.
    private record Problem(
            Segment prb, @Nullable Segment zpr, @Nullable Segment orc) {
        Problem with(Segment segment) {
            return switch (segment.name()) {
                case "ZPR" -> new Problem(prb, zpr == null ? segment : zpr, orc);
                case "ORC" -> new Problem(prb, zpr, orc == null ? segment : orc);
                default -> this;
            };
        }
    }

    static List<Part> cut(Source source) {
        var problems = problems(source);
        var keys = Keys.of(problems, DiagnosisCut::key, DiagnosisCut::longKey);
        return problems.stream()
                .map(problem -> part(source, problem, keys.getOrDefault(problem, "")))
                .toList();
    }

    private static List<Problem> problems(Source source) {
        var problems = new ArrayList<Problem>();
        for (var segment : source.message().segments()) {
            if (segment.is("PRB")) {
                problems.add(new Problem(segment, null, null));
            } else if (!problems.isEmpty()) {
                problems.add(problems.removeLast().with(segment));
            }
        }
        // DE takes a diagnosis back (HL70287): it is in the file so that its row leaves.
        problems.removeIf(problem -> problem.prb.text(1).equals("DE"));
        return problems;
    }

    private static String key(Problem problem) {
        return problem.prb.has(4) ? problem.prb.text(4) : problem.prb.text(3) + "@" + problem.prb.text(16);
    }

    private static String longKey(Problem problem) {
        var prb = problem.prb;
        return prb.text(4) + "/" + prb.text(3) + "/" + prb.text(3, 2) + "@" + prb.text(16);
    }

    private static Part part(Source source, Problem problem, String key) {
        var prb = problem.prb;
        var diagnosis = extract(problem);
        var bundle = new Bundle(source.ids());
        ConditionJson.write(bundle, key, diagnosis, prb, problem.zpr, problem.orc);
        var labels = labels(problem);
        return new Part(
                RecordKind.DIAGNOSIS,
                key,
                source.firstOf(prb.text(16), prb.text(7), prb.text(2)),
                labels,
                Set.of("UP", "CO").contains(prb.text(1)),
                false,
                null,
                codes(diagnosis, prb),
                diagnosis.name(),
                OrderedBy.before(diagnosis.write(), problem.orc, source, labels),
                bundle.bytes(),
                bundle.resources());
    }

    private static DiagnosisExtract extract(Problem problem) {
        var prb = problem.prb;
        var name = name(problem);
        return new DiagnosisExtract(
                name,
                prb.text(3),
                prb.text(10),
                Hl7Time.fhir(prb.has(16) ? prb.text(16) : prb.text(7)),
                Hl7Time.fhir(prb.text(9)),
                Names.of(prb, 14),
                Names.of(prb, 13).contains("疑") || name.contains("の疑い"),
                prb.text(18, 1).equals("1") || prb.text(18, 2).contains("主"));
    }

    /// Prefix modifiers, the disease, suffix modifiers; else what the sender wrote as free text.
    private static String name(Problem problem) {
        var disease = prbText(problem.prb);
        var zpr = problem.zpr;
        return zpr == null ? disease : modifiers(zpr, 1) + disease + modifiers(zpr, 3);
    }

    private static String prbText(Segment prb) {
        var name = Names.of(prb, 3);
        return name.isBlank() ? prb.joined(17, " ") : name;
    }

    private static String modifiers(Segment zpr, int field) {
        var joined = new StringBuilder();
        for (int repetition = 1; repetition <= zpr.repetitions(field); repetition++) {
            joined.append(zpr.text(field, repetition, 2));
        }
        return joined.toString();
    }

    private static Set<Label> labels(Problem problem) {
        var prb = problem.prb;
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(LabelRules.ofDiagnosis(prb.text(10)));
        labels.addAll(LabelRules.ofAwareness(prb.text(21, 1), prb.text(21, 2)));
        if (problem.orc != null) {
            labels.addAll(LabelRules.ofDepartment(Names.of(problem.orc, 17)));
        }
        if (Set.of("R", "V").contains(prb.text(25))) {
            labels.add(Label.RESTRICTED);
        }
        return labels;
    }

    private static List<Code> codes(DiagnosisExtract diagnosis, Segment prb) {
        var codes = new ArrayList<Code>();
        if (!diagnosis.code().isBlank()) {
            codes.add(new Code(CodingSystems.uri(prb.text(3, 3)), diagnosis.code(), prb.text(3, 2)));
        }
        if (!diagnosis.icd10().isBlank()) {
            codes.add(new Code(CodingSystems.ICD10, diagnosis.icd10(), prb.text(10, 2)));
        }
        return codes;
    }
}
