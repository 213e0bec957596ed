package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.ArrayList;
import java.util.List;

/// What people call a coded thing or a professional (表記), from the fields that hold it.
public final class Names {
    private Names() {}

    public static String of(Segment segment, int field) {
        return of(segment, field, 1);
    }

    /// The text of a CWE, else its alternate text, else its code.
    public static String of(Segment segment, int field, int repetition) {
        for (int component : new int[] {2, 5, 9, 1, 4}) {
            var text = segment.text(field, repetition, component);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    /// The codes of a CWE or CE, its own and its alternate one, systems as FHIR names them.
    public static List<Code> codes(Segment segment, int field, int repetition) {
        var codes = new ArrayList<Code>(2);
        for (int first = 1; first <= 4; first += 3) {
            var code = segment.text(field, repetition, first);
            if (!code.isBlank()) {
                var system = CodingSystems.uri(segment.text(field, repetition, first + 2));
                codes.add(new Code(system, code, segment.text(field, repetition, first + 1)));
            }
        }
        return codes;
    }

    /// Family and given name of an XCN; many systems put both into the family name.
    public static String person(Segment segment, int field) {
        var family = segment.text(field, 2);
        var given = segment.text(field, 3);
        return given.isEmpty() ? family : family.isEmpty() ? given : family + " " + given;
    }
}
