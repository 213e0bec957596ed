package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.Names;
import hmnet.formats.fhir.ObservationJson;
import hmnet.formats.hl7v2.segment.LabRange;
import hmnet.formats.hl7v2.segment.LabResults;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/// One result of a laboratory (検査項目の切り出し): its item, its codes and its key.
final class AnalyteCut {
    private AnalyteCut() {}

    static int codeField(LabResults.ResultSegment result) {
        return result.item().is("OBX") ? 3 : 4;
    }

    static String name(LabResults.ResultSegment result) {
        return Names.of(result.item(), codeField(result));
    }

    /// As they are where no table added one.
    static List<Code> once(List<Code> codes) {
        return codes.stream().allMatch(Code::isSent) ? codes : Code.once(codes);
    }

    static List<Code> codes(LabResults.ResultSegment result, List<Code> added) {
        var sent = Names.codes(result.item(), codeField(result), 1);
        return Stream.concat(sent.stream(), added.stream()).toList();
    }

    static String key(LabResults.ResultSegment result) {
        var item = result.item();
        int field = codeField(result);
        return result.group().specimenKey() + "/" + (item.has(field) ? item.text(field) : name(result))
                + result.group().tellingApart(item);
    }

    static String longKey(LabResults.ResultSegment result) {
        return key(result) + "/" + result.group().obr(4) + "@" + result.item().text(14);
    }

    static LabExtract.AnalyteItem item(LabResults.ResultSegment result, OffsetDateTime at, RecordKind kind) {
        var item = result.item();
        int field = codeField(result);
        boolean order = kind == RecordKind.LAB_ORDER;
        var range = order ? LabRange.NONE : LabRange.of(item.joined(7, " "));
        boolean coded = item.has(field);
        return new LabExtract.AnalyteItem(
                item.text(field, coded ? 1 : 4),
                CodingSystems.uri(item.text(field, coded ? 3 : 6)),
                result.of().isEmpty() ? name(result) : name(result) + "［" + result.of() + "］",
                order ? "" : ObservationJson.text(item),
                order ? "" : unit(item),
                range.low(),
                range.high(),
                order ? "" : item.text(8),
                order ? "O" : item.text(11),
                specimen(result),
                order ? at : observed(item, at));
    }

    private static OffsetDateTime observed(Segment item, OffsetDateTime at) {
        var observed = Hl7Time.at(item.text(14));
        return observed == null ? at : observed;
    }

    private static String unit(Segment item) {
        return item.text(6, 2).isEmpty() ? item.text(6, 1) : item.text(6, 2);
    }

    private static String specimen(LabResults.ResultSegment result) {
        var spm = result.group().spm();
        return spm == null ? "" : Names.of(spm, 4);
    }
}
