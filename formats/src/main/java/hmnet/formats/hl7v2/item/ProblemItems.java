package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.ProblemLines;
import hmnet.formats.hl7v2.segment.ProblemWords;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Diagnoses, by PRB, or by DG1 of a message about a stay (病名).
final class ProblemItems {
    private static final String EXCHANGE = "http://medis.or.jp/CodeSystem/master-disease-exCode";

    private ProblemItems() {}

    static List<MessageItem> of(MessageContext about) {
        var lines = ProblemLines.of(about.message());
        var keys = ProblemLines.keys(lines);
        return lines.stream()
                .map(line -> {
                    var key = keys.getOrDefault(line, "");
                    return line.withdrawn()
                            ? MessageItem.gone("PROBLEM/" + key)
                            : MessageItem.of("PROBLEM/" + key, problem(about, line, key));
                })
                .toList();
    }

    private static Problem problem(MessageContext about, ProblemLines.ProblemLine line, String key) {
        var prb = line.prb();
        return new Problem(
                key,
                about.firstOf(prb.text(16), prb.text(7), prb.text(2)),
                new Concept(line.name(), codes(line)),
                Hl7Time.fhir(prb.has(16) ? prb.text(16) : prb.text(7)),
                Hl7Time.fhir(prb.text(9)),
                ProblemWords.outcome(prb),
                line.suspected(),
                line.main(),
                OrderLine.source(about, line.orc()),
                line.refuted() ? CareStatus.of(CareState.REFUTED) : CareStatus.ACTIVE,
                line.corrects(),
                Hl7Time.fhir(prb.has(7) ? prb.text(7) : prb.text(2)),
                line.remarks(),
                line.labels());
    }

    private static List<Code> codes(ProblemLines.ProblemLine line) {
        var prb = line.prb();
        var codes = new ArrayList<>(SentFields.concept(prb, 3).codes());
        var zpr = line.zpr();
        if (zpr != null) {
            codes.add(new Code(EXCHANGE, zpr.has(5) ? zpr.text(5) : zpr.text(6), ""));
        }
        if (prb.has(10)) {
            var system = prb.text(10, 3).isEmpty() ? "I10" : prb.text(10, 3);
            codes.add(new Code(CodingSystems.uri(system), prb.text(10), prb.text(10, 2)));
        }
        return codes;
    }

    /// DG1 of an ADT message. Its date is that of the diagnosis, not of the onset; `D` takes it back
    /// (DG1-21).
    static List<MessageItem> ofStay(MessageContext about) {
        var told = new ArrayList<MessageItem>();
        for (var dg1 : about.message().all("DG1")) {
            var disease = disease(dg1);
            if (!disease.isNone()) {
                var key = disease.first().code().isBlank()
                        ? disease.shown()
                        : disease.first().code();
                told.add(
                        dg1.text(21).equals("D")
                                ? MessageItem.gone("DG1/" + key)
                                : MessageItem.of("DG1/" + key, diagnosed(about, dg1, disease, key)));
            }
        }
        return told;
    }

    private static Problem diagnosed(MessageContext about, Segment dg1, Concept disease, String key) {
        var labels = EnumSet.noneOf(Label.class);
        disease.codes().forEach(code -> labels.addAll(LabelRules.ofDiagnosis(code.code())));
        if (dg1.text(18).equals("Y")) {
            labels.add(Label.RESTRICTED);
        }
        return new Problem(
                key,
                about.firstOf(dg1.text(5)),
                disease,
                "",
                "",
                "",
                disease.shown().contains("の疑い"),
                dg1.text(15).equals("1"),
                new OrderSource(Concept.NONE, SentFields.person(dg1, 16), Concept.NONE, CareSetting.UNKNOWN),
                CareStatus.ACTIVE,
                dg1.text(21).equals("U"),
                Hl7Time.fhir(dg1.text(5)),
                words(dg1),
                labels);
    }

    /// Of what kind it is (HL70052) and how it is classed.
    static List<String> words(Segment dg1) {
        var words = new ArrayList<String>();
        words.add(
                switch (dg1.text(6)) {
                    case "A" -> "入院時診断";
                    case "W" -> "暫定診断";
                    case "F" -> "確定診断";
                    // From outside: HL7 table 0052.
                    default -> Names.of(dg1, 6);
                });
        words.add(dg1.says(17) ? "分類 " + Names.of(dg1, 17) : "");
        words.removeIf(String::isBlank);
        return words;
    }

    static Concept disease(Segment dg1) {
        var coded = SentFields.concept(dg1, 3);
        return dg1.has(4) ? new Concept(dg1.joined(4, " "), coded.codes()) : coded;
    }
}
