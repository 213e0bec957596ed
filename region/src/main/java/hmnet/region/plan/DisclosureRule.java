package hmnet.region.plan;

import hmnet.formats.model.code.RecordKind;
import java.util.Arrays;
import java.util.List;

/// How long a hospital of the region waits before it shows what it sent (開示規則). What no rule names
/// follows the association's defaults.
record DisclosureRule(String facility, List<RecordKind> kinds, int delayProfessionalDays, int delayResidentDays) {
    /// The third hospital shows nothing for two weeks, so in a fresh demonstration its delay is never over.
    static final List<DisclosureRule> ALL = List.of(
            new DisclosureRule(
                    Facility.HOSPITALS.get(1).code(), List.of(RecordKind.LABORATORY, RecordKind.LAB_SAFETY), 0, 7),
            new DisclosureRule(Facility.HOSPITALS.get(2).code(), everything(), 14, 14));

    private static List<RecordKind> everything() {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind != RecordKind.PROFILE)
                .toList();
    }
}
