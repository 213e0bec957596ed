package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.ArrayList;
import java.util.List;

/// Fields as values of a chart (項目の値): codes and numbers as sent, systems as FHIR names them.
public final class SentFields {
    private SentFields() {}

    public static Concept concept(Segment segment, int field) {
        return concept(segment, field, 1);
    }

    /// A CWE or CE: its code, its alternate code, and the words for it.
    public static Concept concept(Segment segment, int field, int repetition) {
        if (segment.repetitions(field) < repetition) {
            return Concept.NONE;
        }
        var codes = new ArrayList<Code>(2);
        for (int first : new int[] {1, 4}) {
            codes.add(new Code(
                    CodingSystems.uri(segment.text(field, repetition, first + 2)),
                    segment.text(field, repetition, first).strip(),
                    segment.text(field, repetition, first + 1)));
        }
        return new Concept(words(segment, field, repetition), codes);
    }

    private static String words(Segment segment, int field, int repetition) {
        for (int component : new int[] {2, 5, 9}) {
            var text = segment.text(field, repetition, component);
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    /// A person (XCN): the name, and the sender's own number for them.
    public static Concept person(Segment segment, int field) {
        var name = Names.person(segment, field);
        var number = segment.text(field, 1).strip();
        return number.isEmpty() || name.isBlank()
                ? Concept.of(name.isBlank() ? number : name)
                : new Concept(name, List.of(new Code("", number, "")));
    }

    /// A number in one field, its unit (CWE) in another; no field is 0.
    public static Amount amount(Segment segment, int value, int unit) {
        if (value == 0 || !segment.has(value)) {
            return Amount.NONE;
        }
        return unit(segment, unit, segment.text(value).strip());
    }

    public static Amount unit(Segment segment, int field, String value) {
        if (field == 0) {
            return new Amount(value, "", "", "");
        }
        var text = segment.text(field, 2).strip();
        var code = segment.text(field, 1).strip();
        return new Amount(value, text.isBlank() ? code : text, code, CodingSystems.uri(segment.text(field, 3)));
    }

    /// A CQ, such as `3^TAB&錠&MR9P`.
    public static Amount quantity(Segment segment, int field) {
        if (field == 0 || !segment.has(field)) {
            return Amount.NONE;
        }
        var code = segment.sub(field, 2, 1).strip();
        var text = segment.sub(field, 2, 2).strip();
        return new Amount(
                segment.text(field).strip(),
                text.isBlank() ? code : text,
                code,
                CodingSystems.uri(segment.sub(field, 2, 3)));
    }

    /// As a person reads it: number and unit.
    public static String shown(Amount amount) {
        return amount.isNone() ? "" : amount.value() + amount.unit();
    }

    /// Texts that say something, joined by spaces.
    public static String joined(String... texts) {
        return String.join(
                " ", List.of(texts).stream().filter(text -> !text.isBlank()).toList());
    }
}
