package hmnet.formats.ssmix2.cut;

import hmnet.formats.fhir.Names;
import hmnet.formats.hl7v2.segment.LabResults;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.LabSafety;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which row a result belongs to (検査結果の行の種別): its kind and its labels.
final class LabRowKind {
    private LabRowKind() {}

    static RecordKind kind(LabResults.ResultSegment result, boolean order, List<Code> added) {
        if (order) {
            return RecordKind.LAB_ORDER;
        }
        var item = result.item();
        return LabSafety.holds(item.text(3, 1))
                        || LabSafety.holds(item.text(3, 4))
                        || added.stream().map(Code::code).anyMatch(LabSafety::holds)
                ? RecordKind.LAB_SAFETY
                : RecordKind.LABORATORY;
    }

    /// What the panel's name gives away counts for each result in it.
    static Set<Label> labels(LabResults.ResultSegment result, List<Code> added) {
        var item = result.item();
        int field = AnalyteCut.codeField(result);
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(LabelRules.ofTest(item.text(field, 1), item.text(field, 2) + item.text(field, 5)));
        labels.addAll(LabelRules.ofTest(item.text(field, 4), ""));
        labels.addAll(LabelRules.ofTest(result.group().obr(4), result.group().panel()));
        labels.addAll(LabelRules.ofCodes(added));
        var orc = result.group().orc();
        if (orc != null) {
            labels.addAll(LabelRules.ofDepartment(Names.of(orc, 17)));
        }
        return labels;
    }
}
