package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Allergies, adverse reactions and denials (アレルギー・副作用歴・該当なし). How bad a reaction was and how bad the
/// next may be are two statements; a date that nobody gave stays missing.
final class FhirAllergies {
    /// SNOMED CT: no known allergy, to drugs, food, the environment, latex, animals, insects.
    private static final Set<String> DENIALS =
            Set.of("716186003", "409137002", "429625007", "428607008", "1003774007", "428197003");

    private static final List<String> SEVERITIES = List.of("", "mild", "moderate", "severe");

    private FhirAllergies() {}

    static AllergyExtract of(List<Resource> allergies, Support support) {
        return new AllergyExtract(
                allergies.stream().map(each -> item(each, support)).toList());
    }

    private static AllergyItem item(Resource allergy, Support support) {
        var code = Codes.concept(allergy.node().at("code"));
        boolean denied = code.codes().stream().anyMatch(each -> DENIALS.contains(each.code()));
        var substance = code.isNone() ? Codes.concept(allergy.node().at("reaction.substance")) : code;
        var named = substance.isNone() ? Concept.of("アレルゲンの記載なし") : substance;
        var sent = Codes.main(named);
        return new AllergyItem(
                category(allergy.text("category")),
                named.shown(),
                sent.code(),
                sent.system(),
                severity(allergy),
                reactions(allergy),
                since(allergy),
                status(allergy, denied),
                type(allergy.text("type")),
                day(allergy.text("recordedDate")),
                notes(allergy, support));
    }

    private static String category(String fhir) {
        return switch (fhir) {
            case "food" -> "FA";
            case "medication" -> "DA";
            case "environment" -> "EA";
            // From outside: biologic, which HL7 table 0127 has no word for, or not said.
            default -> "";
        };
    }

    private static AllergyType type(String fhir) {
        return switch (fhir) {
            case "allergy" -> AllergyType.ALLERGY;
            case "intolerance" -> AllergyType.INTOLERANCE;
            // From outside: not said.
            default -> AllergyType.UNSAID;
        };
    }

    /// The worst reaction there was.
    private static String severity(Resource allergy) {
        int worst = allergy.all("reaction.severity").stream()
                .mapToInt(each -> SEVERITIES.indexOf(each.text()))
                .max()
                .orElse(0);
        return List.of("", "MI", "MO", "SV").get(Math.max(0, worst));
    }

    private static String reactions(Resource allergy) {
        var reactions = new LinkedHashSet<String>();
        for (var reaction : allergy.all("reaction")) {
            reaction.all("manifestation")
                    .forEach(each -> reactions.add(Codes.concept(each).shown()));
            reactions.add(reaction.text("description"));
        }
        reactions.removeIf(String::isBlank);
        return String.join("、", reactions);
    }

    private static String since(Resource allergy) {
        var age = Quantities.time(allergy.node().at("onsetAge"));
        for (var path : List.of("onsetDateTime", "onsetPeriod.start", "onsetString")) {
            if (!allergy.text(path).isEmpty()) {
                return day(allergy.text(path));
            }
        }
        return age.isNone() ? "" : age.value() + (age.unitCode().equals("a") ? "歳" : age.unitShown());
    }

    private static String day(String date) {
        return date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*") ? date.substring(0, 10) : date;
    }

    private static List<String> notes(Resource allergy, Support support) {
        var notes = new ArrayList<String>();
        notes.add(
                switch (allergy.text("criticality")) {
                    case "high" -> "重篤になるおそれ 高い";
                    case "low" -> "重篤になるおそれ 低い";
                    case "unable-to-assess" -> "重篤になるおそれ 判定できない";
                    // From outside: not said.
                    default -> "";
                });
        var categories = allergy.all("category").stream().map(JsonValue::text).toList();
        if (categories.contains("biologic")) {
            notes.add("生物学的製剤");
        }
        if (categories.size() > 1) {
            notes.add("分類 " + String.join("・", categories));
        }
        var last = day(allergy.text("lastOccurrence"));
        notes.add(last.isEmpty() ? "" : "最後の発現 " + last);
        for (var reaction : allergy.all("reaction")) {
            notes.add(reaction(reaction));
            reaction.all("note.text").forEach(note -> notes.add(note.text()));
        }
        var parties = new FhirParties(allergy, support);
        var asserter = parties.shown(allergy.node().at("asserter"));
        notes.add(asserter.isEmpty() ? "" : "情報源 " + asserter);
        allergy.all("note.text").forEach(note -> notes.add(note.text()));
        notes.removeIf(String::isBlank);
        return notes.stream().distinct().toList();
    }

    /// When a reaction was, by which way, to what, where that is said.
    private static String reaction(JsonValue reaction) {
        var substance = Codes.concept(reaction.at("substance")).shown();
        var route = Codes.concept(reaction.at("exposureRoute")).shown();
        var said = new ArrayList<>(List.of(day(reaction.text("onset")), substance, route));
        said.removeIf(String::isBlank);
        return said.isEmpty() ? "" : "反応 " + String.join(" ", said);
    }

    private static AllergyStatus status(Resource allergy, boolean denied) {
        var verified = allergy.text("verificationStatus.coding.code");
        if (verified.equals("refuted")) {
            return AllergyStatus.REFUTED;
        }
        if (denied) {
            return AllergyStatus.DENIED;
        }
        return switch (allergy.text("clinicalStatus.coding.code")) {
            case "inactive" -> AllergyStatus.INACTIVE;
            case "resolved" -> AllergyStatus.RESOLVED;
            // From outside: active, or not said.
            default ->
                verified.equals("unconfirmed") || verified.equals("presumed")
                        ? AllergyStatus.UNCONFIRMED
                        : AllergyStatus.PRESENT;
        };
    }
}
