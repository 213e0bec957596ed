package hmnet.exchange.iti47;

import hmnet.exchange.callers.Identifier;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.InstanceId;
import hmnet.exchange.v3.V3Answer;
import hmnet.exchange.v3.V3PersonWriter;
import hmnet.formats.model.chart.Demographics;
import java.util.List;

/// One found person as a registration (患者の応答): numbers with who gave them, what is told of the person,
/// and how well they fit. All that is asked must hold here, so who is found fits wholly.
final class FoundPatient {
    private static final String DEGREE = "100";

    private FoundPatient() {}

    static Element written(Demographics said, List<Identifier> numbers, String centre) {
        var ids = numbers.stream().map(InstanceId::written).toList();
        var patient = V3Answer.patient(ids, V3PersonWriter.of(said), centre).add(match());
        return V3Answer.registration(patient, centre);
    }

    private static Element match() {
        var observation = Element.of("queryMatchObservation")
                .with("classCode", "COND")
                .with("moodCode", "EVN")
                .add(
                        Element.of("code").with("code", "IHE_PDQ"),
                        Element.of("value").typed("INT").with("value", DEGREE));
        return Element.of("subjectOf1").add(observation);
    }
}
