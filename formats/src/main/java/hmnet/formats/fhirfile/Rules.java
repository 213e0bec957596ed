package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.Table;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Mandatory elements and fixed values (必須要素と固定値), from `rules.csv`: of FHIR by type, of JP-CLINS by
/// profile.
final class Rules {
    private record FhirRule(
            String path, String kind, List<String> values, boolean refuses, String code, String reason) {
        boolean holds(JsonValue node) {
            return switch (kind) {
                case "present" -> !node.all(path).isEmpty();
                case "one" ->
                    values.stream().filter(each -> node.at(each).exists()).count() == 1;
                case "in" -> values.contains(node.text(path));
                case "has" -> node.all(path).stream().anyMatch(each -> values.contains(each.text()));
                case "matches" -> Pattern.matches(values.getFirst(), node.text(path));
                default -> throw new IllegalStateException("No rule is called " + kind);
            };
        }
    }

    /// By whose tag a facility's system marks what it only saw through a national service (情報の出所): not its own
    /// to send.
    private static final String SOURCE = "urn:hmnet:source";

    private static final Set<String> NATIONAL = Set.of("onshi", "e-prescription", "ehr-sharing", "mynaportal");

    private static final Map<String, List<FhirRule>> RULES = rules();

    private Rules() {}

    private static Map<String, List<FhirRule>> rules() {
        var rules = new HashMap<String, List<FhirRule>>();
        for (var row : Table.read(Rules.class, "rules.csv")) {
            var values = Arrays.stream(row.get(3).replace("\\u002c", ",").split(" ", -1))
                    .toList();
            rules.computeIfAbsent(row.get(0), about -> new ArrayList<>())
                    .add(new FhirRule(
                            row.get(1), row.get(2), values, row.get(4).equals("refuse"), row.get(5), row.get(6)));
        }
        return rules;
    }

    /// The rules of a profile of the sharing service (…_eCS) refuse only what is marked for that service by its
    /// institution's number; elsewhere a resource may say less, and that is told.
    ///
    /// @throws Unreadable with the rule of the profile that it breaks
    static void check(Resource resource, List<Note> notes) throws Unreadable {
        check(resource, "*" + resource.type(), true, notes);
        boolean shared = resource.all("extension").stream()
                .anyMatch(extension -> extension.text("url").endsWith("/JP_eCS_InstitutionNumber"));
        for (var profile : resource.profiles().distinct().toList()) {
            check(resource, profile, shared || !profile.endsWith("_eCS"), notes);
        }
    }

    /// What a report of a check-up demands of each of its observations, which name no profile themselves.
    static void checkCheckup(Resource resource, List<Note> notes) throws Unreadable {
        check(resource, "checkup:" + resource.type(), true, notes);
    }

    static void checkSource(Resource resource) throws Unreadable {
        for (var tag : resource.all("meta.tag")) {
            if (tag.text("system").equals(SOURCE) && NATIONAL.contains(tag.text("code"))) {
                throw new Unreadable(
                        "national-service",
                        resource.node().line(),
                        resource.type() + ".meta.tag",
                        resource.where() + ": seen through " + tag.text("code") + ", not this facility's own");
            }
        }
    }

    private static void check(Resource resource, String about, boolean binding, List<Note> notes) throws Unreadable {
        for (var rule : RULES.getOrDefault(about, List.of())) {
            if (!rule.holds(resource.node())) {
                var path = rule.path.isEmpty() ? "id" : rule.path;
                var place = resource.type() + (rule.path.isEmpty() ? "" : "." + rule.path);
                var said = resource.where() + ": " + rule.reason + " (" + resource.text(path) + ")";
                if (rule.refuses && binding) {
                    throw new Unreadable(rule.code, resource.node().line(), place, said);
                }
                notes.add(Note.info(rule.code, resource.node().line(), place, said));
            }
        }
    }
}
