package hmnet.formats.base.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// A segment being written (書き出すセグメント): fields may be set in any order, texts are spelled and
/// escaped.
public final class SegmentBuilder {
    private final String name;
    private final MessageCharacters characters;
    private final List<String> fields = new ArrayList<>();

    SegmentBuilder(String name, MessageCharacters characters) {
        this.name = name;
        this.characters = characters;
    }

    /// Sets a field to one value of one or more components; trailing empty components are dropped.
    public SegmentBuilder set(int field, String... components) {
        return raw(field, escaped('^', components));
    }

    /// Adds another repetition to a field.
    public SegmentBuilder add(int field, String... components) {
        var before = field <= fields.size() ? fields.get(field - 1) : "";
        var next = escaped('^', components);
        return raw(field, before.isEmpty() ? next : before + "~" + next);
    }

    /// Sets a field to an empty first repetition and a second one.
    public SegmentBuilder setSecond(int field, String... components) {
        return raw(field, "~" + escaped('^', components));
    }

    /// Sets all fields to those of a segment that was read; only its first components if it was separated by
    /// characters of its own.
    SegmentBuilder copy(Segment read) {
        for (int field = 1; field <= read.size(); field++) {
            if (read.isUsual()) {
                raw(field, characters.spelled(read.raw(field)).replace('\n', ' '));
            } else {
                set(field, read.text(field));
            }
        }
        return this;
    }

    /// Adds a number with who gave it (CX型): `0001^^^HOSP&1.2.392.1&ISO^PI`.
    public SegmentBuilder addNumber(int field, String number, String namespace, String oid, String type) {
        var before = field <= fields.size() ? fields.get(field - 1) : "";
        var giver = oid.isEmpty() ? escaped('&', namespace) : escaped('&', namespace, oid, "ISO");
        var next = escaped('^', number) + "^^^" + giver + (type.isEmpty() ? "" : "^" + escaped('^', type));
        return raw(field, before.isEmpty() ? next : before + "~" + next);
    }

    /// Sets a field whose first component has subcomponents: `1013044400000000&毎食後&JAMISDP01`.
    public SegmentBuilder setParts(int field, String... subcomponents) {
        return raw(field, escaped('&', subcomponents));
    }

    /// Adds another repetition whose first component has subcomponents.
    public SegmentBuilder addParts(int field, String... subcomponents) {
        var before = field <= fields.size() ? fields.get(field - 1) : "";
        var next = escaped('&', subcomponents);
        return raw(field, before.isEmpty() ? next : before + "~" + next);
    }

    /// Sets a field to a quantity and its unit as subcomponents: `3^TAB&錠&MR9P`.
    public SegmentBuilder setQuantity(int field, String quantity, String... unit) {
        return raw(field, escaped('^', quantity) + "^" + escaped('&', unit));
    }

    /// Sets a field to a text that is already HL7.
    SegmentBuilder raw(int field, String hl7) {
        while (fields.size() < field) {
            fields.add("");
        }
        fields.set(field - 1, hl7);
        return this;
    }

    private String escaped(char separator, String... parts) {
        int last = parts.length;
        while (last > 0 && parts[last - 1].isEmpty()) {
            last--;
        }
        var out = new StringBuilder();
        for (int i = 0; i < last; i++) {
            if (i > 0) {
                out.append(separator);
            }
            Escapes.write(characters.spelled(parts[i]), out);
        }
        return out.toString();
    }

    @Override
    public String toString() {
        int last = fields.size();
        while (last > 0 && fields.get(last - 1).isEmpty()) {
            last--;
        }
        var line = new StringJoiner("|");
        line.add(name);
        fields.subList(0, last).forEach(line::add);
        return line.toString();
    }
}
