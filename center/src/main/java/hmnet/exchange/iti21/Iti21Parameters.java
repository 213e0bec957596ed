package hmnet.exchange.iti21;

import hmnet.exchange.personquery.NamePart;
import hmnet.exchange.personquery.NamePart.NameField;
import hmnet.exchange.personquery.Traits;
import hmnet.exchange.telegrams.ParsedQuery;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The parameters of a demographic query (照会項目, QPD-3), such as `@PID.5.1.1^山田`. One that is not known
/// here is refused: left out, it would find more people than were asked for.
final class Iti21Parameters {
    private static final String WILD = "*";

    /// Spellings in use for what is one thing here.
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("@PID.3", "number"),
            Map.entry("@PID.3.1", "number"),
            Map.entry("@PID.3.4", "namespace"),
            Map.entry("@PID.3.4.1", "namespace"),
            Map.entry("@PID.3.4.2", "oid"),
            Map.entry("@PID.3.4.3", "-"),
            Map.entry("@PID.5.1", "family"),
            Map.entry("@PID.5.1.1", "family"),
            Map.entry("@PID.5.2", "given"),
            Map.entry("@PID.5.7", "-"),
            Map.entry("@PID.5.8", "-"),
            Map.entry("@PID.7", "born"),
            Map.entry("@PID.7.1", "born"),
            Map.entry("@PID.8", "sex"),
            Map.entry("@PID.11.1", "street"),
            Map.entry("@PID.11.1.1", "street"),
            Map.entry("@PID.11.3", "city"),
            Map.entry("@PID.11.4", "prefecture"),
            Map.entry("@PID.11.5", "postal"),
            Map.entry("@PID.11.6", "-"),
            Map.entry("@PID.11.8", "home"),
            Map.entry("@PID.13.1", "phone"),
            Map.entry("@PID.13.12", "phone"));

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Segment query;

    private Iti21Parameters(Segment query) {
        this.query = query;
    }

    static ParsedQuery read(Segment query) {
        return new Iti21Parameters(query).read();
    }

    /// As they go into the audit log.
    static SortedMap<String, String> written(Segment query) {
        var written = new TreeMap<String, String>();
        for (var n = 1; n <= query.repetitions(3); n++) {
            written.merge(query.text(3, n, 1), query.text(3, n, 2), (one, other) -> one + "," + other);
        }
        return written;
    }

    /// A birth date with a time of day may have twelve digits and is no number of a person.
    static List<String> times(Segment query) {
        return IntStream.rangeClosed(1, query.repetitions(3))
                .filter(n -> "born".equals(KNOWN.get(query.text(3, n, 1).strip())))
                .mapToObj(n -> query.text(3, n, 2))
                .filter(value -> Hl7Time.at(value) != null)
                .toList();
    }

    private ParsedQuery read() {
        for (var n = 1; n <= query.repetitions(3); n++) {
            var name = query.text(3, n, 1).strip();
            var value = query.text(3, n, 2).strip();
            var meaning = KNOWN.get(name);
            if (meaning == null) {
                return wrong(n, Hl7ErrorCode.TABLE_VALUE, "This parameter is not searched by");
            }
            if (!value.isEmpty() && !meaning.equals("-") && values.putIfAbsent(meaning, value) != null) {
                return wrong(n, Hl7ErrorCode.DATA_TYPE, "Asked twice");
            }
            var ends = value.endsWith(WILD) ? value.substring(0, value.length() - 1) : value;
            if (ends.contains(WILD) || (value.endsWith(WILD) && !isName(meaning))) {
                return wrong(n, Hl7ErrorCode.DATA_TYPE, "A wildcard stands at the end of a name only");
            }
            if (meaning.equals("born") && !value.isEmpty() && Hl7Time.date(value) == null) {
                return wrong(n, Hl7ErrorCode.DATA_TYPE, "A birth date is a whole date");
            }
        }
        return new ParsedQuery.Understood(traits());
    }

    private static boolean isName(String meaning) {
        return meaning.equals("family") || meaning.equals("given");
    }

    private static ParsedQuery wrong(int repetition, Hl7ErrorCode code, String text) {
        return new ParsedQuery.Wrong(new Fault("QPD^1^3^" + repetition, code, text));
    }

    private Traits traits() {
        var traits = Traits.NONE
                .named(names())
                .born(Hl7Time.date(value("born")))
                .ofSex(sex())
                .living(value("postal"), value("prefecture") + value("city") + value("street") + value("home"))
                .phoned(value("phone"));
        var system = value("oid").isEmpty() ? value("namespace") : value("oid");
        return values.containsKey("number") ? traits.numbered(system, value("number")) : traits;
    }

    private List<NamePart> names() {
        var names = new ArrayList<NamePart>();
        name(NameField.FAMILY, value("family"), names);
        name(NameField.GIVEN, value("given"), names);
        return List.copyOf(names);
    }

    private static void name(NameField field, String value, List<NamePart> names) {
        var begins = value.endsWith(WILD);
        var text = begins ? value.substring(0, value.length() - 1) : value;
        if (!text.isBlank()) {
            names.add(new NamePart(field, text, begins));
        }
    }

    private String sex() {
        return switch (value("sex")) {
            case "" -> "";
            case "M" -> "male";
            case "F" -> "female";
            case "O", "A" -> "other";
            // From outside: HL7 table 0001.
            default -> "unknown";
        };
    }

    private String value(String meaning) {
        return values.getOrDefault(meaning, "");
    }
}
