package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who the file is about (患者の属性), from a Patient, its Coverage, or the insured number by which a lone
/// resource names its subject.
final class FhirPersons {
    static final String MEMBER = "JP_Insurance_memberID";
    private static final String CHART = "urn:oid:1.2.392.100495.20.3.51.";
    private static final Set<String> FORMER = Set.of("old", "maiden", "nickname", "anonymous");
    private static final String EXTENSION = "JP_Coverage_InsuredPerson";
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    private FhirPersons() {}

    /// R1010 to R1113 of JP_Patient_eCS. An insured number that cannot be one is refused; that there is
    /// one at all only the sharing service demands.
    ///
    /// @param shared whether the file is one for the sharing service (6情報)
    static void check(Resource patient, boolean shared, List<Note> notes) throws Unreadable {
        if (!patient.hasProfile("JP_Patient_eCS")) {
            return;
        }
        var members =
                patient.all("identifier").stream().filter(FhirPersons::isMember).toList();
        if (members.size() > 1 || members.isEmpty() && shared) {
            throw refused(patient, "insured-number", "identifier", "R1012: one insured number, not " + members.size());
        }
        for (var member : members) {
            if (!member.text("value").matches("[0-9A-Za-z]{8}:[^\\s　:]*:[^\\s　:]+:([0-9]{2})?")) {
                throw refused(patient, "insured-number", "identifier", "R1013: insurer, symbol, number, branch");
            }
        }
        for (var identifier : patient.all("identifier")) {
            var system = identifier.text("system");
            if (system.startsWith(CHART) && !system.substring(CHART.length()).matches("1[0-4][0-9][1-3][0-9]{7}")) {
                notes.add(Note.info("chart-number", patient.node().line(), "Patient.identifier", "R1010: " + system));
            }
        }
        for (var name : patient.all("name.text")) {
            if (name.text().contains("　")) {
                notes.add(Note.info("name-space", name.line(), "Patient.name", "R1113: a full-width blank"));
            }
        }
    }

    private static Unreadable refused(Resource of, String code, String path, String why) {
        return new Unreadable(code, of.node().line(), of.type() + "." + path, why);
    }

    static boolean isMember(JsonValue identifier) {
        return identifier.text("system").endsWith(MEMBER);
    }

    /// The sender's number for the patient; empty when none is named.
    static String number(JsonValue identifiersOf) {
        return identifier(identifiersOf).text("value");
    }

    static JsonValue identifier(JsonValue identifiersOf) {
        var identifiers = identifiersOf.all("identifier");
        return identifiers.stream()
                .filter(identifier -> identifier.text("system").startsWith(CHART))
                .findFirst()
                .or(() -> identifiers.stream()
                        .filter(identifier -> !isMember(identifier)
                                && !identifier.text("value").isEmpty())
                        .findFirst())
                .orElse(JsonValue.NONE);
    }

    static Demographics demographics(Resource patient, List<Note> notes) {
        var kanji = name(patient, "IDE");
        var kana = name(patient, "SYL");
        var born = day(patient.text("birthDate"));
        if (born == null) {
            notes.add(Note.info("birth-date", patient.node().line(), "Patient.birthDate", patient.text("birthDate")));
        }
        var family = part(kanji, 0);
        return new Demographics(
                family,
                part(kanji, 1),
                part(kana, 0),
                part(kana, 1),
                born,
                patient.text("gender").isEmpty() ? "unknown" : patient.text("gender"),
                patient.text("address.postalCode"),
                address(patient.node().at("address")),
                patient.all("telecom").stream()
                        .filter(telecom -> telecom.text("system").equals("phone"))
                        .map(telecom -> telecom.text("value"))
                        .findFirst()
                        .orElse(""),
                day(patient.text("deceasedDateTime")));
    }

    private static String address(JsonValue address) {
        return !address.text("text").isEmpty()
                ? address.text("text")
                : address.text("state")
                        + address.text("city")
                        + String.join(
                                "",
                                address.all("line").stream()
                                        .map(JsonValue::text)
                                        .toList());
    }

    /// The name of a representation; of names without one the first that is not in kana.
    private static JsonValue name(Resource patient, String representation) {
        var all = patient.all("name");
        var today =
                all.stream().filter(name -> !FORMER.contains(name.text("use"))).toList();
        var names = today.isEmpty() ? all : today;
        return names.stream()
                .filter(name -> name.all("extension").stream()
                        .anyMatch(extension -> extension.text("url").equals(REPRESENTATION)
                                && extension.text("valueCode").equals(representation)))
                .findFirst()
                .orElseGet(() -> representation.equals("IDE") ? written(names) : JsonValue.NONE);
    }

    /// In Latin letters or in whatever script, but not what is only the reading.
    private static JsonValue written(List<JsonValue> names) {
        return names.stream()
                .filter(name -> name.all("extension").stream()
                        .noneMatch(extension -> extension.text("valueCode").equals("SYL")))
                .findFirst()
                .orElse(JsonValue.NONE);
    }

    private static String part(JsonValue name, int which) {
        var sent = which == 0
                ? name.text("family")
                : name.all("given").stream()
                        .map(given -> given.text().strip())
                        .filter(given -> !given.isEmpty())
                        .collect(Collectors.joining(" "));
        if (!sent.isEmpty() || !name.text("family").isEmpty()) {
            return sent;
        }
        var words = name.text("text").split("[ 　]+", 2);
        return which < words.length ? words[which] : "";
    }

    static @Nullable LocalDate day(String date) {
        return FhirTime.day(date);
    }

    /// From the insured number, `insurer:symbol:number:branch`.
    static @Nullable InsuredNumber insured(JsonValue identifiersOf) {
        for (var identifier : identifiersOf.all("identifier")) {
            var parts = identifier.text("value").split(":", -1);
            if (isMember(identifier) && parts.length >= 3) {
                return new InsuredNumber(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "");
            }
        }
        return null;
    }

    /// From a Coverage and the insurer it names.
    static @Nullable InsuredNumber insured(Resource coverage, Support others) {
        var number = extension(coverage, EXTENSION + "Number");
        if (number.isEmpty()) {
            return null;
        }
        var payor = coverage.text("payor.reference");
        var named = others.find(payor);
        var insurer = named == null ? "" : named.text("identifier.value");
        return new InsuredNumber(
                insurer,
                extension(coverage, EXTENSION + "Symbol"),
                number,
                extension(coverage, EXTENSION + "SubNumber"));
    }

    private static String extension(Resource of, String name) {
        return of.all("extension").stream()
                .filter(extension -> extension.text("url").endsWith("/" + name))
                .map(extension -> extension.text("valueString"))
                .findFirst()
                .orElse("");
    }
}
