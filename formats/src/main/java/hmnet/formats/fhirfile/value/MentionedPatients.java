package hmnet.formats.fhirfile.value;

import hmnet.formats.base.Width;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Sheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Everybody whom a file of FHIR tells of (記載された患者): each `Patient` in it, wherever it stands, and each that a
/// reference names by an address or a number. Whoever has several names in it counts once.
public final class MentionedPatients {
    private static final String PATIENT = "Patient";
    private static final Pattern ADDRESS = Pattern.compile("(?:.*/)?(Patient/[^/?]+)(?:/_history/.*)?");
    /// A patient whom the receiver is to look for: `Patient?identifier=system|value`.
    private static final Pattern SEARCH = Pattern.compile("(?:.*/)?Patient\\?(?:.*(?:\\||%7[Cc]))?(.*)");
    /// Members that say whom something is about, though they need not say that it is a patient.
    private static final Set<String> ABOUT =
            Set.of("subject", "patient", "for", "beneficiary", "candidate", "entity", "sourcePatientInfo");

    /// A `Patient` of the file.
    ///
    /// @param number the chart number with its system, empty without one
    /// @param place where it stands, empty for one within another resource: that name holds there alone
    /// @param names all by which a reference may mean it
    private record PatientMention(String number, String place, Set<String> names) {}

    private final UnaryOperator<JsonValue> chartNumber;
    private final List<PatientMention> given = new ArrayList<>();
    private final List<Set<String>> references = new ArrayList<>();
    private final Set<String> othersPlaces = new HashSet<>();

    private MentionedPatients(UnaryOperator<JsonValue> chartNumber) {
        this.chartNumber = chartNumber;
    }

    /// @param chartNumber which identifier of a `Patient` is the chart number
    public static Set<String> of(List<JsonValue> values, List<Sheet> sheets, UnaryOperator<JsonValue> chartNumber) {
        var mentioned = new MentionedPatients(chartNumber);
        values.forEach(value -> mentioned.look("", "", value));
        return mentioned.persons(sheets);
    }

    private Set<String> persons(List<Sheet> sheets) {
        var persons = new LinkedHashSet<String>();
        var known = new HashSet<String>();
        Map<String, String> atPlace = new HashMap<>();
        given.stream()
                .sorted(Comparator.comparing(one -> one.number().isEmpty()))
                .forEach(one -> {
                    var name = one.number().isEmpty() ? atPlace.get(one.place()) : one.number();
                    var person = name == null ? unnumbered(one, persons.size()) : name;
                    persons.add(person);
                    known.addAll(one.names());
                    if (!one.place().isEmpty()) {
                        atPlace.putIfAbsent(one.place(), person);
                    }
                });
        sheets.stream()
                .map(Sheet::patient)
                .filter(number -> !number.isEmpty() && known.add(folded(number)))
                .forEach(persons::add);
        references.stream()
                .filter(names -> Collections.disjoint(names, othersPlaces))
                .sorted(Comparator.comparingInt(names -> -names.size())) // those that tie two names go first
                .forEach(names -> {
                    if (Collections.disjoint(names, known)) {
                        persons.add(names.iterator().next());
                    }
                    known.addAll(names);
                });
        if (persons.isEmpty()) {
            sheets.forEach(sheet -> persons.add(sheet.patient()));
        }
        return persons;
    }

    private static String unnumbered(PatientMention one, int before) {
        return one.place().isEmpty() ? PATIENT + " " + (before + 1) : one.place();
    }

    /// The depth of what we read is bounded.
    ///
    /// @param member under which it stands, that of its list for one of several
    private void look(String member, String fullUrl, JsonValue value) {
        var type = value.text("resourceType");
        if (type.equals(PATIENT)) {
            give(member, fullUrl, value);
        } else if (!type.isEmpty() && !fullUrl.isEmpty()) {
            othersPlaces.add(fullUrl);
        }
        if (type.isEmpty() && value.isObject()) {
            reference(member, value);
        }
        for (var each : value.members().entrySet()) {
            var url = each.getKey().equals("resource") ? value.text("fullUrl") : "";
            look(each.getKey(), url, each.getValue());
        }
        value.elements().forEach(element -> look(member, "", element));
    }

    private void give(String member, String fullUrl, JsonValue patient) {
        var names = new HashSet<String>();
        var id = patient.text("id").isEmpty() ? "" : PATIENT + "/" + patient.text("id");
        names.add(id);
        names.add(fullUrl);
        names.add(shortened(fullUrl));
        patient.all("identifier").forEach(each -> names.add(folded(each.text("value"))));
        names.remove("");
        var number = chartNumber.apply(patient);
        var value = folded(number.text("value"));
        var place = fullUrl.isEmpty() && !member.equals("contained") ? id : fullUrl;
        given.add(new PatientMention(
                value.isEmpty() ? "" : number.text("system") + "|" + value,
                place.replaceFirst("/_history/.*", ""),
                names));
    }

    private void reference(String member, JsonValue value) {
        var said = value.at("reference");
        var address = said.isText() ? said.text() : "";
        var type = value.text("type");
        boolean patient = type.equals(PATIENT) || type.endsWith("/" + PATIENT);
        boolean about = patient || type.isEmpty() && ABOUT.contains(member);
        var names = new LinkedHashSet<String>();
        var search = SEARCH.matcher(address);
        if (ADDRESS.matcher(address).matches()) {
            names.add(shortened(address));
        } else if (search.matches()) {
            names.add(folded(search.group(1)));
        } else if (address.startsWith("#")) {
            return; // stands within the same resource
        } else if (patient && !address.isEmpty() || about && address.startsWith("urn:")) {
            names.add(address);
        } else if (!about || !address.isEmpty()) {
            return;
        }
        value.all("identifier").forEach(each -> names.add(folded(each.text("value"))));
        names.remove("");
        if (!names.isEmpty()) {
            references.add(names);
        }
    }

    /// `Patient/…` without the server and the version, as files name one person by either.
    private static String shortened(String address) {
        var found = ADDRESS.matcher(address);
        return found.matches() ? found.group(1) : address;
    }

    private static String folded(String number) {
        return Width.folded(number).strip();
    }
}
