package hmnet.exchange.iti47;

import hmnet.exchange.personquery.NamePart;
import hmnet.exchange.personquery.NamePart.NameField;
import hmnet.exchange.personquery.Traits;
import hmnet.exchange.telegrams.ParsedQuery;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.InstanceId;
import hmnet.exchange.v3.V3PersonReader;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The parameters of a demographic query (照会項目, `parameterList`). One that is not known here is refused:
/// left out, it would find more people than were asked for.
final class Iti47Parameters {
    private static final String PLACE = "/PRPA_IN201305UV02/controlActProcess/queryByParameter/parameterList/";
    private static final String NAME = "livingSubjectName";
    private static final String WILD = "*";
    private static final Set<String> KNOWN = Set.of(
            "livingSubjectAdministrativeGender",
            "livingSubjectBirthTime",
            "livingSubjectId",
            "patientAddress",
            "patientTelecom");
    private static final Set<String> NAME_PARTS = Set.of("family", "given", "delimiter");

    private final Map<String, Element> values = new LinkedHashMap<>();
    private final List<List<Element>> names = new ArrayList<>();
    private final Element list;

    private Iti47Parameters(Element list) {
        this.list = list;
    }

    static ParsedQuery read(Element list) {
        return new Iti47Parameters(list).read();
    }

    /// Whose numbers are wanted, by the domains' names as written.
    static List<String> wanted(Element list) {
        return list.children("otherIDsScopingOrganization").stream()
                .flatMap(parameter -> parameter.children("value").stream())
                .map(value -> InstanceId.of(value).giver())
                .filter(giver -> !giver.isEmpty())
                .toList();
    }

    private ParsedQuery read() {
        for (var parameter : list.children()) {
            var name = parameter.local();
            var said = parameter.children("value").stream()
                    .filter(value -> !isEmpty(value))
                    .toList();
            if (said.isEmpty() || name.equals("otherIDsScopingOrganization")) {
                continue;
            }
            if (name.equals(NAME)) {
                names.add(said);
            } else if (!KNOWN.contains(name)) {
                return wrong(name, Hl7ErrorCode.TABLE_VALUE, "This parameter is not searched by");
            } else if (said.size() > 1 || values.put(name, said.getFirst()) != null) {
                return wrong(name, Hl7ErrorCode.DATA_TYPE, "Asked twice");
            }
        }
        if (values.containsKey("livingSubjectId")
                && attribute("livingSubjectId", "extension").isEmpty()) {
            return wrong("livingSubjectId", Hl7ErrorCode.DATA_TYPE, "A number has an extension");
        }
        var born = values.containsKey("livingSubjectBirthTime");
        if (born && Hl7Time.date(attribute("livingSubjectBirthTime", "value")) == null) {
            return wrong("livingSubjectBirthTime", Hl7ErrorCode.DATA_TYPE, "A birth date is a whole date");
        }
        return readNames();
    }

    private ParsedQuery readNames() {
        var parts = new ArrayList<NamePart>();
        for (var values : names) {
            for (var name : values) {
                if (!NAME_PARTS.containsAll(
                        name.children().stream().map(Element::local).toList())) {
                    return wrong(NAME, Hl7ErrorCode.TABLE_VALUE, "A name is searched by family and given");
                }
            }
            if (values.stream().flatMap(Element::said).anyMatch(Iti47Parameters::isWildWithin)) {
                return wrong(NAME, Hl7ErrorCode.DATA_TYPE, "A wildcard stands at the end of a name only");
            }
            part(NameField.FAMILY, "family", values, parts);
            part(NameField.GIVEN, "given", values, parts);
            whole(values, parts);
        }
        return new ParsedQuery.Understood(traits(parts));
    }

    private static boolean isWildWithin(String text) {
        var said = text.strip();
        var end = said.endsWith(WILD) ? said.substring(0, said.length() - 1) : said;
        return end.contains(WILD);
    }

    /// Several values of one parameter are spellings of one name; an earlier name is one more.
    private static void part(NameField field, String local, List<Element> values, List<NamePart> parts) {
        var texts = new ArrayList<String>();
        values.forEach(name -> {
            var earlier = name.children(local).stream()
                    .collect(Collectors.partitioningBy(
                            part -> part.attribute("qualifier").contains("BR"),
                            Collectors.mapping(Element::text, Collectors.joining(" "))));
            texts.addAll(List.of(earlier.getOrDefault(false, ""), earlier.getOrDefault(true, "")));
        });
        add(field, texts, values, parts);
    }

    /// A name in one piece.
    private static void whole(List<Element> values, List<NamePart> parts) {
        var texts = values.stream()
                .filter(name -> name.children().isEmpty())
                .map(Element::text)
                .toList();
        add(NameField.EITHER, texts, values, parts);
    }

    private static void add(NameField field, List<String> texts, List<Element> values, List<NamePart> parts) {
        var begins = texts.stream().anyMatch(text -> text.endsWith(WILD))
                || values.stream().anyMatch(name -> name.attribute("use").contains("SRCH"));
        var said = texts.stream()
                .map(text -> text.endsWith(WILD) ? text.substring(0, text.length() - 1) : text)
                .filter(text -> !text.isBlank())
                .toList();
        if (!said.isEmpty()) {
            parts.add(new NamePart(field, said, begins));
        }
    }

    private Traits traits(List<NamePart> parts) {
        var address = values.getOrDefault("patientAddress", Element.of("addr"));
        var telecom = values.containsKey("patientTelecom") ? List.of(values.get("patientTelecom")) : List.<Element>of();
        var sex = attribute("livingSubjectAdministrativeGender", "code");
        var traits = Traits.NONE
                .named(List.copyOf(parts))
                .born(Hl7Time.date(attribute("livingSubjectBirthTime", "value")))
                .ofSex(sex.isEmpty() ? "" : V3PersonReader.sex(sex))
                .living(address.find("postalCode").map(Element::text).orElse(""), V3PersonReader.place(address))
                .phoned(V3PersonReader.phone(telecom));
        var number = values.get("livingSubjectId");
        return number == null
                ? traits
                : traits.numbered(
                        InstanceId.of(number).giver(), InstanceId.of(number).extension());
    }

    private String attribute(String parameter, String name) {
        var value = values.get(parameter);
        return value == null ? "" : value.attribute(name);
    }

    private static boolean isEmpty(Element value) {
        return value.said().allMatch(String::isBlank) && value.children().isEmpty()
                || !value.attribute("nullFlavor").isEmpty();
    }

    private static ParsedQuery wrong(String parameter, Hl7ErrorCode code, String text) {
        return new ParsedQuery.Wrong(new Fault(PLACE + parameter, code, text));
    }
}
