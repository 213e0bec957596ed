package hmnet.office.anomalies;

import hmnet.formats.base.SheetText;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The report of a facility as a file (気づきの報告のCSV): words and the network's own numbers, no name and no patient.
final class AnomalySheet {
    private static final List<String> HEAD = List.of(
            "finding",
            "day",
            "rule",
            "weight",
            "facility",
            "staff",
            "times",
            "first",
            "last",
            "outcome",
            "closed",
            "incident");

    private AnomalySheet() {}

    static byte[] of(List<AnomalyFinding> findings, Map<FacilityId, Facility> facilities) {
        return SheetText.bytes(Stream.concat(Stream.of(HEAD), findings.stream().map(one -> cells(one, facilities))));
    }

    private static List<String> cells(AnomalyFinding one, Map<FacilityId, Facility> facilities) {
        var facility = facilities.get(one.facility());
        var closing = one.closing();
        return List.of(
                Long.toString(one.id()),
                one.day().toString(),
                one.rule().word(),
                Integer.toString(one.weight()),
                facility == null ? "" : facility.code(),
                one.staff().actor().word(),
                Integer.toString(one.times()),
                one.firstAt().toInstant().toString(),
                one.lastAt().toInstant().toString(),
                closing == null ? "" : closing.outcome().word(),
                closing == null ? "" : closing.at().toInstant().toString(),
                closing == null ? "" : Objects.toString(closing.incident(), ""));
    }
}
