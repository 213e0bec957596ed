package hmnet.record.sheets;

import hmnet.formats.base.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What becomes of an answer besides standing in the response (記録への抽出).
///
/// @param observation an Observation under the item's code
/// @param category of that Observation
/// @param templates ids of contained resources that are filled in
/// @param when it says when what stands beside it was observed
/// @param since how far back a value of the chart is proposed, as an ISO 8601 period; nothing where none is
public record ItemExtraction(
        boolean observation, boolean when, SheetCode category, List<String> templates, Optional<String> since) {
    private static final Set<String> TEMPLATES =
            Set.of("Observation", "Condition", "AllergyIntolerance", "CarePlan", "Procedure", "Goal", "ServiceRequest");
    static final SheetCode SURVEY =
            SheetCode.of("http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey");

    /// Whether a contained resource is of a kind that is filled in.
    public static boolean isTemplate(JsonValue resource) {
        return TEMPLATES.contains(resource.text("resourceType"));
    }
}
