package hmnet.office.exposure;

import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The answer as a file (照会結果のCSV): words of the log, codes and the network's own numbers, no name of a person.
final class ExposureSheet {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
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

    static byte[] of(List<ExposedEvent> events, Map<FacilityId, Facility> facilities) {
        return Stream.concat(Stream.of(HEAD), events.stream().map(event -> cells(event, facilities)))
                .map(cells -> cells.stream().map(ExposureSheet::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(ExposedEvent event, Map<FacilityId, Facility> facilities) {
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
                trace.person() == null ? "" : trace.person().toString(),
                trace.purpose(),
                trace.detail().getOrDefault("view", ""),
                trace.detail().getOrDefault("record", ""),
                event.origin().address(),
                event.origin().credential());
    }

    /// What somebody sent must not become a formula on the desk's computer.
    private static String cell(String value) {
        var harmless = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
