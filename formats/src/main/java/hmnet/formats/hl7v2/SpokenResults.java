package hmnet.formats.hl7v2;

import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.LabSpecimen.VitalSign;
import hmnet.formats.model.chart.Results;
import java.util.List;

/// Results as parts of messages (検査結果の電文化): specimens with their items, vital signs.
final class SpokenResults {
    private SpokenResults() {}

    static LabSpecimen specimen(Results told) {
        return new LabSpecimen(
                told.key().length() > 20 ? "" : told.key(),
                SpokenItems.coded(told.specimen().type()),
                told.at(),
                CodedText.text(told.title()),
                told.finalAt() == null ? told.at() : told.finalAt(),
                told.results().stream().map(SpokenResults::item).toList());
    }

    static List<VitalSign> measured(Results told) {
        return told.results().stream()
                .map(result -> new VitalSign(item(result), result.at()))
                .toList();
    }

    private static LabItem item(Results.TestResult result) {
        boolean isCoded = !result.coded().codes().isEmpty();
        boolean number = result.value().matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?");
        var value = isCoded ? joined(SpokenItems.coded(result.coded())) : result.value();
        var range = result.low().isEmpty() && result.high().isEmpty() ? "" : result.low() + "-" + result.high();
        return new LabItem(
                SpokenItems.coded(result.test()),
                SpokenItems.second(result.test()),
                isCoded ? "CWE" : number ? "NM" : "ST",
                value,
                SpokenItems.unit(result.unit()),
                range,
                result.flag(),
                result.status());
    }

    private static String joined(CodedText coded) {
        return coded.code() + "^" + coded.text() + "^" + coded.system();
    }
}
