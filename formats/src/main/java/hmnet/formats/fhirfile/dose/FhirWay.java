package hmnet.formats.fhirfile.dose;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage.DoseWay;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// By which way into the body (投与経路・部位・器具・手技), and what extensions say of it.
final class FhirWay {
    /// Read where they belong.
    private static final Set<String> READ = Set.of("PeriodOfUse", "UsageDuration", "Device", "Line");

    private final JsonValue dosage;
    private final Function<String, JsonValue> others;
    private final DosingWords words;

    FhirWay(JsonValue dosage, Function<String, JsonValue> others, DosingWords words) {
        this.dosage = dosage;
        this.others = others;
        this.words = words;
    }

    DoseWay way() {
        var line = Codes.concept(extension(dosage, "Line").at("valueCodeableConcept"));
        words.add(line.isNone() ? "" : "ルート " + line.shown());
        for (var extension : dosage.all("extension")) {
            var name = name(extension);
            if (READ.stream().noneMatch(name::endsWith)) {
                words.add(name.endsWith("Comment") ? value(extension) : told(extension));
            }
        }
        return new DoseWay(
                Codes.concept(dosage.at("route")),
                site(dosage.at("site")),
                device(extension(dosage, "Device").at("valueReference")),
                Codes.concept(dosage.at("method")));
    }

    private Concept site(JsonValue site) {
        var named = Codes.concept(site);
        var reference = extension(site, "bodySite").at("valueReference");
        if (!named.isNone() || !reference.exists()) {
            return named;
        }
        var structure = others.apply(reference.text("reference"));
        var location = Codes.concept(structure.at("location"));
        var side = structure.all("locationQualifier").stream()
                .map(each -> Codes.concept(each).shown())
                .collect(Collectors.joining(" "));
        var words = Stream.of(side, location.shown(), structure.text("description"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? Concept.of(reference.text("display")) : new Concept(words, location.codes());
    }

    private Concept device(JsonValue reference) {
        var device = others.apply(reference.text("reference"));
        var type = Codes.concept(device.at("type"));
        var name = device.text("deviceName.name");
        return type.isNone() ? Concept.of(name.isEmpty() ? reference.text("display") : name) : type;
    }

    static JsonValue extension(JsonValue of, String name) {
        return of.all("extension").stream()
                .filter(extension -> extension.text("url").endsWith(name))
                .findFirst()
                .orElse(JsonValue.NONE);
    }

    private static String name(JsonValue extension) {
        var url = extension.text("url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    static String told(JsonValue extension) {
        var value = value(extension);
        return (name(extension) + " " + value).strip();
    }

    /// The value of an extension as people read it.
    static String value(JsonValue extension) {
        for (var path :
                List.of("valueString", "valueInteger", "valueDecimal", "valueBoolean", "valueCode", "valueDateTime")) {
            if (extension.at(path).exists()) {
                return extension.text(path);
            }
        }
        var concept = Codes.concept(extension.at("valueCodeableConcept"));
        if (!concept.isNone()) {
            return concept.shown();
        }
        var amount = Quantities.amount(extension.at("valueQuantity"));
        return amount.isNone() ? extension.text("valueReference.display") : amount.shown();
    }
}
