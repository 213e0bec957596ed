package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads observations, alone, in groups or within the acts of a guidance (観察項目の読み取り).
final class KenshinItems {
    /// Why there is no value, as HL7 has it, where it is another reason than the standard's.
    static final String NULL_FLAVOR = "nullFlavor ";

    private KenshinItems() {}

    /// @param holder an entry or an entryRelationship
    static void read(XmlElement holder, String act, List<CheckupItem> items, List<Note> notes) {
        for (var observation : holder.all("observation")) {
            items.add(item(observation, act, notes));
        }
        for (var within : holder.all("act")) {
            var code = within.at("code", "code");
            var path = act.isEmpty() ? code : act + "/" + code;
            for (var relation : within.all("entryRelationship")) {
                read(relation, path, items, notes);
            }
        }
    }

    private static CheckupItem item(XmlElement observation, String act, List<Note> notes) {
        var members = new ArrayList<CheckupItem>();
        for (var relation : observation.all("entryRelationship")) {
            read(relation, act, members, notes);
        }
        var code = observation.at("code", "code");
        var value = observation.at("value");
        var known = Items.of(code);
        if (known == null && act.isEmpty() && (!code.isEmpty() || members.isEmpty())) {
            notes.add(Note.info("item-unknown", observation.line(), "observation/code", code));
        }
        var name = observation.at("code", "displayName");
        var type = value == null ? "" : local(value.attribute("type"));
        var state = state(observation, value);
        if (state == CheckupItem.State.MEASURED
                && type.equals("PQ")
                && !value(value, type).matches("-?[0-9]+(\\.[0-9]+)?")) {
            notes.add(Note.info("not-a-number", observation.line(), code, value(value, type)));
        }
        var unit = value == null ? "" : value.attribute("unit");
        return new CheckupItem(
                act,
                code,
                observation.at("code", "codeSystem").isEmpty() ? Oids.ITEMS : observation.at("code", "codeSystem"),
                name.isEmpty() && known != null ? known.name() : name,
                type,
                value == null ? "" : value(value, type),
                unit,
                display(value),
                value == null ? "" : value.attribute("codeSystem"),
                state,
                observation.at("interpretationCode", "code"),
                range(observation, "low", unit),
                range(observation, "high", unit),
                observation.at("methodCode", "code"),
                observation.textAt("author/assignedAuthor/assignedPerson/name"),
                List.copyOf(members));
    }

    private static CheckupItem.State state(XmlElement observation, @Nullable XmlElement value) {
        if (observation.attribute("negationInd").equals("true")) {
            return CheckupItem.State.NOT_DONE;
        }
        return value != null && !value.attribute("nullFlavor").isEmpty()
                ? CheckupItem.State.NOT_MEASURABLE
                : CheckupItem.State.MEASURED;
    }

    private static String value(@Nullable XmlElement value, String type) {
        if (value == null) {
            return "";
        }
        return switch (type) {
            case "CD", "CO", "CE", "CV", "CS" -> value.attribute("code");
            case "PQ", "INT", "REAL", "TS", "BL", "MO" -> value.attribute("value");
            default -> value.attribute("value").isEmpty() ? value.text() : value.attribute("value");
        };
    }

    /// What the file calls a code; why a value is missing, where it is not 測定不能.
    private static String display(@Nullable XmlElement value) {
        if (value == null) {
            return "";
        }
        var missing = value.attribute("nullFlavor");
        if (!missing.isEmpty() && !missing.equals("NI")) {
            return NULL_FLAVOR + missing;
        }
        return value.attribute("displayName");
    }

    /// With its unit where that is another than the value's.
    private static String range(XmlElement observation, String end, String unit) {
        var path = "referenceRange/observationRange/value/" + end;
        var own = observation.at(path, "unit");
        var limit = observation.at(path, "value");
        return limit.isEmpty() || own.isEmpty() || unit.isEmpty() || own.equals(unit) ? limit : limit + " " + own;
    }

    /// An xsi:type without its prefix.
    private static String local(String type) {
        return type.substring(type.indexOf(':') + 1);
    }
}
