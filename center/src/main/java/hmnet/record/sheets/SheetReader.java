package hmnet.record.sheets;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.record.sheets.SheetExtensions.ExtensionPlace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Questionnaire;

/// Reads a Questionnaire of FHIR R4 (帳票の読取り). The file comes from outside: it is counted first, then looked through
/// strictly, then understood. What is not done here is named, never left out in silence.
public final class SheetReader {
    public static final int BYTES = 1 << 20;
    private static final int QUESTIONS_OF_A_STEP = 300;
    private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*:[!-{}~]{1,300}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    private final List<SheetFinding> findings = new ArrayList<>();

    private SheetReader() {}

    public static ReadSheet read(byte[] bytes) {
        return new SheetReader().sheet(bytes);
    }

    private ReadSheet sheet(byte[] bytes) {
        var sheet = document(bytes).flatMap(node -> questionnaire(node, bytes));
        findings.sort(Comparator.comparingInt(SheetFinding::line));
        var told = new HashSet<List<String>>();
        findings.removeIf(each -> !told.add(List.of(each.code(), each.place(), each.text())));
        var refused = findings.stream().anyMatch(SheetFinding::isRefusal);
        return new ReadSheet(refused ? Optional.empty() : sheet, findings);
    }

    private Optional<JsonValue> document(byte[] bytes) {
        if (bytes.length > BYTES) {
            refused("too-large", 0, "", "at most " + BYTES + " bytes");
            return Optional.empty();
        }
        try {
            var values = JsonDocument.read(bytes);
            if (values.size() != 1 || !values.getFirst().text("resourceType").equals("Questionnaire")) {
                refused("not-a-questionnaire", 1, "resourceType", "one Questionnaire as JSON");
                return Optional.empty();
            }
            return Optional.of(values.getFirst());
        } catch (Unreadable e) {
            refused(e.note().code(), e.note().line(), e.note().field(), e.note().text());
            return Optional.empty();
        }
    }

    private Optional<FormSheet> questionnaire(JsonValue node, byte[] bytes) {
        judged(bytes);
        head(node);
        SheetExtensions.name(node, ExtensionPlace.SHEET, "", findings);
        SheetExtensions.refuseModifiers(node, "", findings);
        var contained = new LinkedHashMap<String, JsonValue>();
        node.all("contained").forEach(each -> contained.put(each.text("id"), each));
        var items = new ItemReader(new ValueSets(contained), findings);
        var sheet = new FormSheet(
                node.text("url"),
                node.text("version"),
                FhirAnswers.text(node, "title"),
                FhirAnswers.text(node, "description"),
                items.variables(node, ""),
                SheetExtensions.all(node, "sdc-questionnaire-extractAllocateId").stream()
                        .map(each -> each.text("valueString"))
                        .toList(),
                templates(contained),
                ItemReader.templates(node),
                items.items(node, 1));
        if (sheet.items().isEmpty()) {
            refused("no-items", node.line(), "item", "asks nothing");
        }
        for (var step : sheet.steps()) {
            if (step.items().stream().flatMap(SheetItem::all).count() > QUESTIONS_OF_A_STEP) {
                refused(
                        "page-large",
                        node.line(),
                        step.title().plain(),
                        "at most " + QUESTIONS_OF_A_STEP + " items in one group at the top");
            }
        }
        new SheetChecks(sheet, lines(node), findings).check();
        return Optional.of(sheet);
    }

    private void head(JsonValue node) {
        if (!URL.matcher(node.text("url")).matches()) {
            refused("url", node.line(), "url", "a canonical address without |");
        }
        if (!VERSION.matcher(node.text("version")).matches()) {
            refused("version", node.line(), "version", "letters, digits, . _ - : answers name the version");
        }
        if (node.text("title").isEmpty() || node.text("title").length() > 200) {
            refused("title", node.line(), "title", "1 to 200 characters");
        }
        if (node.text("status").equals("draft")) {
            findings.add(SheetFinding.unsupported(
                    "status",
                    node.line(),
                    "status",
                    "says of itself that it is a draft; it is used like an active one"));
        } else if (!node.text("status").equals("active")) {
            refused("status", node.line(), "status", "active, not " + node.text("status"));
        }
        if (node.text("experimental").equals("true")) {
            findings.add(SheetFinding.unsupported(
                    "experimental",
                    node.line(),
                    "experimental",
                    "says of itself that it is for trials; it is used as any"));
        }
        if (node.at("effectivePeriod").exists()) {
            findings.add(SheetFinding.unsupported(
                    "effective-period", node.line(), "effectivePeriod", "it is used until somebody withdraws it"));
        }
        var subjects = node.all("subjectType");
        if (!subjects.isEmpty()
                && subjects.stream().noneMatch(each -> each.text().equals("Patient"))) {
            refused("subject", node.line(), "subjectType", "asks about a Patient");
        }
    }

    /// By the library's own parser, which knows every element and code of R4.
    private void judged(byte[] bytes) {
        try {
            FhirContext.forR4Cached()
                    .newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(Questionnaire.class, new String(bytes, StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            refused("not-fhir", 0, "", String.valueOf(e.getMessage()));
        }
    }

    /// What is contained and neither a value set nor a code system is there to be filled in.
    private static Map<String, JsonValue> templates(Map<String, JsonValue> contained) {
        var templates = new LinkedHashMap<>(contained);
        templates.values().removeIf(each -> each.text("resourceType").matches("ValueSet|CodeSystem"));
        return templates;
    }

    private static Map<String, Integer> lines(JsonValue node) {
        var lines = new LinkedHashMap<String, Integer>();
        lines(node, lines, 0);
        return lines;
    }

    private static void lines(JsonValue of, Map<String, Integer> lines, int depth) {
        if (depth <= ItemReader.DEPTH) {
            for (var item : of.all("item")) {
                lines.putIfAbsent(item.text("linkId"), item.line());
                lines(item, lines, depth + 1);
            }
        }
    }

    private void refused(String code, int line, String place, String text) {
        findings.add(SheetFinding.refused(code, line, place, text));
    }
}
