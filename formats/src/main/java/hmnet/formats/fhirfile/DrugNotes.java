package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Concept;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What else is said of a drug (備考・調剤指示): notes, reasons, refills, what was handed over in its place.
final class DrugNotes {
    private static final Set<String> COMMENTS =
            Set.of("UncategorizedComment", "JP_MedicationDispense_Preparation", "JP_MedicationAdministration_Location");

    private DrugNotes() {}

    static List<String> of(Resource resource, Support others) {
        var notes = new ArrayList<String>();
        resource.all("note.text").forEach(note -> notes.add(note.text()));
        for (var reason : resource.all("reasonCode")) {
            notes.add(labelled("理由", Codes.concept(reason).shown()));
        }
        for (var extension : resource.all("extension")) {
            if (COMMENTS.stream().anyMatch(extension.text("url")::endsWith)) {
                notes.add(said(extension));
            }
        }
        if (resource.text("reportedBoolean").equals("true")
                || resource.node().at("reportedReference").exists()) {
            notes.add("患者等の申告");
        }
        var parties = new FhirParties(resource, others);
        notes.add(labelled("情報源", parties.shown(resource.node().at("informationSource"))));
        var priority = resource.text("priority");
        notes.add(priority.equals("stat") ? "至急" : priority.equals("urgent") || priority.equals("asap") ? "急ぎ" : "");
        notes.add(labelled(
                "経過", Codes.concept(resource.node().at("courseOfTherapyType")).shown()));
        supply(resource.node(), notes);
        substituted(resource.node(), notes);
        for (var extension : resource.all("modifierExtension")) {
            notes.add((extension.text("url") + " " + said(extension)).strip());
        }
        notes.removeIf(String::isBlank);
        return notes.stream().distinct().toList();
    }

    private static void supply(JsonValue node, List<String> notes) {
        var request = node.at("dispenseRequest");
        if (request.at("numberOfRepeatsAllowed").exists()
                && !request.text("numberOfRepeatsAllowed").equals("0")) {
            notes.add("リフィル " + request.text("numberOfRepeatsAllowed") + "回まで");
        }
        var valid = request.at("validityPeriod");
        if (valid.exists()) {
            notes.add("有効期間 " + valid.text("start") + "～" + valid.text("end"));
        }
        if (request.at("dispenseInterval").exists()) {
            notes.add(
                    "調剤間隔 " + Quantities.amount(request.at("dispenseInterval")).shown());
        }
        notes.add(labelled(
                "調剤種別",
                node.text("resourceType").equals("MedicationDispense")
                        ? Codes.concept(node.at("type")).shown()
                        : ""));
    }

    private static void substituted(JsonValue node, List<String> notes) {
        var substitution = node.at("substitution");
        if (substitution.text("wasSubstituted").equals("true")) {
            var how = Codes.concept(substitution.at("type")).shown();
            var why = Codes.concept(substitution.at("reason")).shown();
            notes.add(("変更調剤 " + how + " " + why).strip());
        }
    }

    private static String said(JsonValue extension) {
        var words = extension.text("valueString");
        var concept = Codes.concept(extension.at("valueCodeableConcept")).shown();
        return !words.isEmpty() ? words : !concept.isEmpty() ? concept : extension.text("valueReference.display");
    }

    private static String labelled(String label, String words) {
        return words.isBlank() ? "" : label + " " + words;
    }

    /// 後発品変更不可 and 粉砕・一包化・別包, for those who dispense.
    static List<Concept> instructions(JsonValue node) {
        var instructions = new ArrayList<Concept>();
        var allowed = Codes.concept(node.at("substitution.allowedCodeableConcept"));
        var word = node.text("substitution.allowedBoolean").equals("false") ? "後発品変更不可" : refused(allowed);
        if (!word.isEmpty()) {
            var reason = Codes.concept(node.at("substitution.reason")).shown();
            var said =
                    reason.isBlank() || reason.equals(word) || word.contains(reason) ? word : word + "（" + reason + "）";
            instructions.add(new Concept(reason.startsWith(word) ? reason : said, allowed.codes()));
        }
        var extensions = new ArrayList<>(node.all("dispenseRequest.extension"));
        extensions.addAll(node.all("extension"));
        extensions.stream()
                .filter(extension -> extension.text("url").endsWith("InstructionForDispense"))
                .map(extension -> extension.at("valueCodeableConcept").exists()
                        ? Codes.concept(extension.at("valueCodeableConcept"))
                        : Concept.of(extension.text("valueString")))
                .forEach(instructions::add);
        instructions.removeIf(Concept::isNone);
        return instructions.stream().distinct().toList();
    }

    /// By the table of 厚労省 (0 変更可) or HL7's own N (none).
    private static String refused(Concept allowed) {
        for (var code : allowed.codes()) {
            switch (code.code()) {
                case "1", "N" -> {
                    return "後発品変更不可";
                }
                case "2" -> {
                    return "剤形変更不可";
                }
                case "3" -> {
                    return "含量規格変更不可";
                }
                // From outside: 0 変更可 and what allows a change.
                default -> {}
            }
        }
        return allowed.codes().isEmpty() && allowed.text().contains("不可") ? allowed.text() : "";
    }
}
