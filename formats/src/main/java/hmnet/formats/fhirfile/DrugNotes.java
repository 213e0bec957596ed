package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.SpokenDrug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What else is said of a drug (備考・調剤指示): notes, reasons, refills, what was handed over in its place.
final class DrugNotes {
    /// On a note of ours: it is of the whole order, not of this drug.
    private static final String OF_ORDER = "urn:hmnet:extension:note-of-order";

    private static final Set<String> COMMENTS = Set.of("UncategorizedComment", "JP_MedicationAdministration_Location");
    private static final Set<String> INSTRUCTIONS =
            Set.of("InstructionForDispense", "JP_MedicationDispense_Preparation");

    private DrugNotes() {}

    static List<String> of(Resource resource, Support others) {
        var notes = new ArrayList<String>();
        resource.all("note").stream()
                .filter(note -> !isOfOrder(note))
                .map(note -> note.text("text"))
                .filter(note -> pack(note).isEmpty()
                        && DispensingInstruction.ofWords(note).isEmpty())
                .forEach(notes::add);
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

    /// Of the whole order, as our writer marks it.
    static boolean isOfOrder(JsonValue note) {
        return note.all("extension").stream().anyMatch(each -> each.text("url").equals(OF_ORDER));
    }

    static Amount pack(Resource resource) {
        return resource.all("note.text").stream()
                .flatMap(note -> pack(note.text()).stream())
                .findFirst()
                .orElse(Amount.NONE);
    }

    private static Optional<Amount> pack(String note) {
        var named = PrescribedDrug.of("", Concept.NONE);
        return Optional.of(SpokenDrug.with(named, note).pack()).filter(amount -> !amount.isNone());
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
        var extensions = new ArrayList<>(node.all("dispenseRequest.extension"));
        extensions.addAll(node.all("extension"));
        extensions.stream()
                .filter(extension -> INSTRUCTIONS.stream().anyMatch(extension.text("url")::endsWith))
                .map(extension -> extension.at("valueCodeableConcept").exists()
                        ? Codes.concept(extension.at("valueCodeableConcept"))
                        : Concept.of(extension.text("valueString")))
                .forEach(instructions::add);
        node.all("note.text")
                .forEach(note -> DispensingInstruction.ofWords(note.text())
                        .ifPresent(each -> instructions.add(each.said(note.text()))));
        substitution(node)
                .filter(word -> instructions.stream().noneMatch(each -> says(each, word)))
                .ifPresent(instructions::addFirst);
        instructions.removeIf(Concept::isNone);
        return instructions.stream().distinct().toList();
    }

    private static boolean says(Concept instruction, Concept word) {
        return instruction.shown().equals(word.shown())
                || DispensingInstruction.of(instruction)
                        .flatMap(known ->
                                DispensingInstruction.ofWords(word.shown()).filter(known::equals))
                        .isPresent();
    }

    private static Optional<Concept> substitution(JsonValue node) {
        var allowed = Codes.concept(node.at("substitution.allowedCodeableConcept"));
        var word = node.text("substitution.allowedBoolean").equals("false") ? "後発品変更不可" : refused(allowed);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        var reason = Codes.concept(node.at("substitution.reason")).shown();
        var said = reason.isBlank() || reason.equals(word) || word.contains(reason) ? word : word + "（" + reason + "）";
        return Optional.of(new Concept(reason.startsWith(word) ? reason : said, allowed.codes()));
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
