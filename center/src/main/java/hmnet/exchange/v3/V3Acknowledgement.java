package hmnet.exchange.v3;

import hmnet.ground.mllp.Fault;
import java.util.List;

/// What an answer says to the message it answers (応答の確認), with the faults found in it.
final class V3Acknowledgement {
    /// HL7 table 0357, whose codes the profiles name.
    private static final String ERRORS = "2.16.840.1.113883.12.357";

    private V3Acknowledgement() {}

    static Element of(V3Message asked, String word, List<Fault> faults) {
        return Element.of("acknowledgement")
                .add(
                        V3Answer.code("typeCode", word),
                        Element.of("targetMessage").add(asked.id().element()))
                .addAll(faults.stream().map(V3Acknowledgement::detail).toList());
    }

    private static Element detail(Fault fault) {
        var detail = Element.of("acknowledgementDetail")
                .with("typeCode", "E")
                .add(
                        V3Answer.code("code", fault.code().number())
                                .with("codeSystem", ERRORS)
                                .with("displayName", fault.code().words()),
                        Element.of("text")
                                .saying(fault.text().isEmpty() ? fault.code().words() : fault.text()));
        return fault.where().isEmpty()
                ? detail
                : detail.add(Element.of("location").saying(fault.where()));
    }
}
