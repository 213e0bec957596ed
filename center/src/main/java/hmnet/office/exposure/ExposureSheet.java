package hmnet.office.exposure;

import hmnet.formats.base.SheetText;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.office.exposure.ExposureQuestions.ExposureFile;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The answer as a file (照会結果のCSV): words of the log, codes and the network's own numbers, no name of a person.
final class ExposureSheet {
    private static final List<String> HEAD = List.of(
            "at",
            "event",
            "action",
            "outcome",
            "actor",
            "profession",
            "facility",
            "person",
            "purpose",
            "view",
            "record",
            "address",
            "credential");

    private ExposureSheet() {}

    static byte[] of(ExposureFile file, Map<FacilityId, Facility> facilities) {
        return SheetText.bytes(
                Stream.concat(Stream.of(HEAD), file.events().stream().map(event -> cells(event, file, facilities))));
    }

    private static List<String> cells(ExposedEvent event, ExposureFile file, Map<FacilityId, Facility> facilities) {
        Trace trace = event.trace();
        var facility = trace.facility() == 0 ? null : facilities.get(new FacilityId(trace.facility()));
        return List.of(
                event.at().toString(),
                event.id().toString(),
                trace.action().word(),
                trace.outcome(),
                trace.actor().word(),
                trace.profession(),
                facility == null ? "" : facility.code(),
                person(trace.person(), file),
                trace.purpose(),
                trace.detail().getOrDefault("view", ""),
                trace.detail().getOrDefault("record", ""),
                event.origin().address(),
                event.origin().credential());
    }

    private static String person(@Nullable UUID person, ExposureFile file) {
        return person == null || file.unnamed().contains(new PersonId(person)) ? "" : person.toString();
    }
}
