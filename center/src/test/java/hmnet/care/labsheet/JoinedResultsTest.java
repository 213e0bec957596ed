package hmnet.care.labsheet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.viewer.RangeQuery;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.terminology.InventedCodes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// From a loaded code table through the inbox to the page: what two facilities measured, one of them under a code of
/// its own, as the doctor of a third one sees it.
class JoinedResultsTest extends Ward {
    private static final String AST = "3B035000002327101";

    @Autowired
    private Laboratory laboratory;

    @Autowired
    private LaboratoryPage page;

    private static ReceivedFile measured(
            String number, String day, String code, String system, String name, String value) {
        return new ReceivedFile(
                "results.hl7",
                String.join(
                                "\r",
                                "MSH|^~\\&|LAB|HOSP|||%s102030||OUL^R22^OUL_R22|%s%s|P|2.5".formatted(day, number, day),
                                "PID|||" + number + "||KAKUU^HANAKO^^^^^L^A||19500228|F",
                                "SPM|1|S1||023^serum^JC10|||||||||||||%s083000".formatted(day),
                                "OBR|1|%s||E1^panel^99X|||%s083000".formatted(day, day),
                                "ORC|SC|" + day,
                                "OBX|1|NM|%s^%s^%s|1|%s|U/L|||||F".formatted(code, name, system, value),
                                "")
                        .getBytes(US_ASCII),
                Door.FILES);
    }

    private List<LabSheet.AnalyteRow> rows(Requester doctor, PersonId person) {
        var frame = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/laboratory");
        return charts
                .open(doctor, person, Purpose.TREATMENT, ChartView.LABORATORY, opening -> switch (opening) {
                    case Opening.Opened(var chart) ->
                        laboratory
                                .screen(
                                        chart,
                                        new Laboratory.SheetQuery(
                                                new RangeQuery("all", null), false, doctor.facility()),
                                        frame)
                                .sheet();
                    case Opening.Closed(var reason) -> throw new AssertionError(reason);
                })
                .groups()
                .stream()
                .flatMap(group -> group.rows().stream())
                .toList();
    }

    private static List<String> values(LabSheet.AnalyteRow row) {
        return row.cells().stream().filter(Objects::nonNull).map(LabCell::value).toList();
    }

    @Test
    void aLaboratorysOwnCodeJoinsTheLineOnlyIfATableNamesIt() {
        var ward = hospital();
        var outside = hospital();
        var number = number();
        var hanako = resident(ConsentChoice.EVERYTHING, ward, number);
        var elsewhere = number();
        relations.tie(at(outside, Profession.RECEPTION), hanako, elsewhere);
        var doctor = at(facility(FacilityKind.CLINIC), Profession.DOCTOR);
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        filed(ward, measured(number, "20260401", AST, "JC10", "AST", "31"));
        filed(
                outside,
                measured(elsewhere, "20260402", "K-1", InventedCodes.SYSTEM, "GOT", "47"),
                measured(elsewhere, "20260403", "Z-1", InventedCodes.SYSTEM, "GOT", "53"));

        assertThat(rows(doctor, hanako).stream().map(JoinedResultsTest::values).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(List.of("47", "31"), List.of("53"));
        var shown = page.show(
                hanako,
                new RangeQuery("all", null),
                null,
                doctor,
                Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/laboratory"));
        assertThat(String.valueOf(shown.getBody()))
                .contains("GOT K-1（コード表 pairs 7 による）")
                .doesNotContain("GOT Z-1（");
    }
}
