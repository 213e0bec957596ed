package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.extract.SentDepartment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who ordered, by the name of the department (依頼診療科; ORC-17).
final class OrderingDepartment {
    private OrderingDepartment() {}

    /// An extract with the department's name before it, when the order names the department of the file, or
    /// the file none, and the row carries every label that the name gives away.
    static byte[] before(byte[] extract, @Nullable Segment orc, Source source, Set<Label> labels) {
        if (orc == null) {
            return extract;
        }
        var code = orc.text(17);
        var ofFile = source.name().department();
        var name = orc.text(17, 2).isBlank() ? orc.text(17, 5) : orc.text(17, 2);
        var same = code.isBlank() || ofFile.equals("-") || ofFile.equals(code);
        return same && labels.containsAll(LabelRules.ofDepartment(name))
                ? SentDepartment.before(extract, name)
                : extract;
    }
}
