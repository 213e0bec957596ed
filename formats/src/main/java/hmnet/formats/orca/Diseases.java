package hmnet.formats.orca;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Suspicion;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.StandardDepartments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// The diagnoses of a reply or request (病名): each with the receipt's code, its modifiers, begin and outcome.
final class Diseases {
    private static final String UNCODED = "0000999";
    private static final String MODIFIER = "ZZZ";
    private static final String SUSPECTED = "8002";

    private Diseases() {}

    static List<Entry> of(Node body, Reply reply) {
        var entries = new ArrayList<Entry>();
        var seen = new HashMap<String, Integer>();
        for (var disease : body.items("Disease_Information")) {
            var problem = problem(disease, reply, "");
            if (!problem.disease().isNone()) {
                int again = seen.merge(problem.key(), 1, Integer::sum);
                entries.add(again == 1 ? problem : problem(disease, reply, "/" + again));
            }
        }
        return entries;
    }

    private static Problem problem(Node disease, Reply reply, String nth) {
        var codes = codes(disease);
        var begun = disease.said("Disease_StartDate");
        var day = Reply.day(begun);
        var ended = disease.said("Disease_EndDate");
        return Problem.of(
                String.join(
                                "/",
                                codes.isEmpty() ? disease.said("Disease_Name") : joined(codes),
                                begun,
                                disease.said("Department_Code"))
                        + nth,
                day == null ? reply.at() : Reply.at(day, ""),
                new Concept(disease.said("Disease_Name"), codes),
                begun,
                ended,
                outcome(OrcaPatient.either(disease.said("Disease_OutCome"), disease.said("Disease_Outcome"))),
                disease.said("Disease_SuspectedFlag").equals("S")
                        || isSuspected(codes)
                        || Suspicion.isSaid(disease.said("Disease_Name")),
                disease.said("Disease_Category").equals("PD"),
                department(disease, "Department_Name"),
                labels(disease, codes));
    }

    /// By its code or its name: these codes say no ICD-10.
    private static Set<Label> labels(Node disease, List<Code> codes) {
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(LabelRules.ofReceiptDisease("", disease.said("Disease_Name")));
        for (var code : codes) {
            labels.addAll(LabelRules.ofReceiptDisease(code.code(), code.display()));
        }
        return labels;
    }

    /// In words: a code alone hides from those who look at names that it is psychiatry's.
    static String department(Node node, String field) {
        var named = node.said(field);
        var code = node.said("Department_Code");
        return named.isEmpty() ? StandardDepartments.name(code).orElse(code) : named;
    }

    private static List<Code> codes(Node disease) {
        var codes = new ArrayList<Code>();
        for (var single : disease.items("Disease_Single")) {
            var code = single.said("Disease_Single_Code");
            if (code.startsWith(MODIFIER)) {
                codes.add(new Code(
                        CodingSystems.RECEIPT_MODIFIER,
                        code.substring(MODIFIER.length()),
                        single.said("Disease_Single_Name")));
            } else if (!code.isEmpty() && !code.equals(UNCODED)) {
                codes.add(new Code(CodingSystems.RECEIPT_DISEASE, code, single.said("Disease_Single_Name")));
            }
        }
        return codes;
    }

    private static boolean isSuspected(List<Code> codes) {
        return codes.stream()
                .anyMatch(code -> code.system().equals(CodingSystems.RECEIPT_MODIFIER)
                        && code.code().equals(SUSPECTED));
    }

    private static String joined(List<Code> codes) {
        return String.join("+", codes.stream().map(Code::code).toList());
    }

    private static String outcome(String code) {
        return switch (code) {
            case "F", "1" -> "治ゆ";
            case "D", "2" -> "死亡";
            case "C", "3" -> "中止";
            case "S", "8" -> "移行";
            default -> code;
        };
    }
}
