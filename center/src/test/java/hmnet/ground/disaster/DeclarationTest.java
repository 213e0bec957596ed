package hmnet.ground.disaster;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.disaster.DisasterWard;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The disaster mode is declared by two, prolonged by two, and ends by one or by itself.
class DeclarationTest extends DisasterWard {
    @Autowired
    private DisasterChanges changes;

    @Test
    void oneAloneDeclaresNothing() {
        var one = operator();
        at("広島県架空市潮見台１−１", FacilityKind.CLINIC, Direction.VIEW);
        assertThat(leads(one.post("/office/disaster", asked("towns", TOWN, "72"))))
                .isEqualTo("/office/disaster?done=asked");
        assertThat(leads(one.post("/office/disaster/agreement", Map.of())))
                .isEqualTo("/office/disaster?problem=second-person");
        assertThat(disasters.standing()).isEmpty();
        assertThat(one.get("/office/disaster").body()).contains("別の方が認めます").doesNotContain("認めて始める");
        assertThat(leads(operator().post("/office/disaster", asked("towns", TOWN, "24"))))
                .as("one waits already")
                .isEqualTo("/office/disaster?problem=gone");
        assertThat(leads(one.post("/office/disaster/refusal", Map.of()))).isEqualTo("/office/disaster?done=refused");
        assertThat(leads(operator().post("/office/disaster/agreement", Map.of())))
                .isEqualTo("/office/disaster?problem=gone");
        assertThat(outcomes()).startsWith("withdrawn", "asked");
    }

    @Test
    void everyPageOfStaffSaysThatItHoldsAndUntilWhen() {
        var clerk = inTown(facility(FacilityKind.HOSPITAL), Profession.RECEPTION);
        assertThat(clerk.get("/").body()).doesNotContain("site-banner");
        var disaster = declared();
        assertThat(Duration.between(disaster.since(), disaster.until())).isEqualTo(Duration.ofDays(3));
        assertThat(clerk.get("/").body()).contains("site-banner").doesNotContain("href=\"/disaster\"");
        assertThat(browser().get("/signin").body()).doesNotContain("site-banner");
        assertThat(outcomes()).startsWith("begun", "asked");
    }

    @Test
    void aFormThatCannotBeUsedComesBackWithWhatWasTyped() {
        at("広島県架空市潮見台１−１", FacilityKind.CLINIC, Direction.VIEW);
        var one = operator();
        for (var wrong : List.of(
                asked("towns", TOWN, "169"),
                asked("towns", TOWN, "0"),
                asked("", TOWN, "72"),
                asked("towns", "", "72"),
                asked("region", TOWN, "72"),
                asked("towns", "架空", "72"),
                asked("towns", "どこにもない村", "72"),
                asked("towns", manyTowns(), "72"))) {
            var answer = one.post("/office/disaster", wrong);
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body()).contains("試験の地震");
        }
        var silent = asked("towns", TOWN, "72");
        silent.put("why", " ");
        assertThat(one.post("/office/disaster", silent).statusCode()).isEqualTo(422);
        assertThat(changes.waiting()).isEmpty();
    }

    @Test
    void twoProlongItAndTheAreaStays() {
        var disaster = declared();
        var form = asked("region", "", "168");
        assertThat(leads(operator().post("/office/disaster", form))).isEqualTo("/office/disaster?done=asked");
        assertThat(disasters.standing().orElseThrow().until()).as("one alone").isEqualTo(disaster.until());
        assertThat(leads(operator().post("/office/disaster/agreement", Map.of())))
                .isEqualTo("/office/disaster?done=prolonged");
        var longer = disasters.standing().orElseThrow();
        assertThat(longer.id()).isEqualTo(disaster.id());
        assertThat(longer.area().towns()).containsExactly(TOWN);
        assertThat(longer.until())
                .isBetween(
                        OffsetDateTime.now(ZoneOffset.UTC).plusHours(167),
                        OffsetDateTime.now(ZoneOffset.UTC).plusHours(168));
    }

    @Test
    void itEndsByItselfAndTheLogSaysSo() throws SQLException {
        var disaster = declared();
        earlierMode(72 * 60);
        changes.endOver();
        assertThat(disasters.standing()).isEmpty();
        var over = disasters.find(disaster.id()).orElseThrow();
        assertThat(over.endedBy()).isNull();
        assertThat(over.endedAt()).isEqualTo(over.until());
        assertThat(outcomes()).startsWith("over");
        changes.endOver();
        assertThat(outcomes().getFirst()).as("once").isEqualTo("over");
        assertThat(outcomes().get(1)).isEqualTo("begun");
    }

    @Test
    void aProposalOfAnEndedModeIsNotCarriedOut() {
        declared();
        operator().post("/office/disaster", asked("region", "", "24"));
        operator().post("/office/disaster/end", Map.of());
        assertThat(leads(operator().post("/office/disaster/agreement", Map.of())))
                .isEqualTo("/office/disaster?problem=gone");
        assertThat(disasters.standing()).isEmpty();
    }

    @Test
    void aMunicipalityThatNobodyNamedOnlyReads() {
        var town = at("広島県架空市役所前１", FacilityKind.MUNICIPALITY, Direction.MUNICIPALITY);
        var desk = desk(town);
        operator().post("/office/disaster", asked("towns", TOWN, "72"));
        assertThat(desk.get("/office/disaster").body()).contains("試験の地震").doesNotContain("認めて始める");
        for (var act : List.of("/office/disaster/agreement", "/office/disaster/end", "/office/disaster/refusal")) {
            assertThat(leads(desk.post(act, Map.of()))).isEqualTo("/office/disaster?problem=not-named");
        }
        operator().post("/office/disaster/refusal", Map.of());
        for (var other : List.of(
                inTown(town, Profession.NURSE),
                inTown(FacilityKind.HOSPITAL, Profession.DOCTOR),
                inTown(FacilityKind.OFFICE, Profession.CARD_ISSUER))) {
            assertThat(other.get("/office/disaster").statusCode()).isEqualTo(404);
            assertThat(other.post("/office/disaster/agreement", Map.of()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theDeskOfANamedMunicipalityAgreesAndEndsButDoesNotAsk() {
        var desk = desk(townHall());
        assertThat(leads(desk.post("/office/disaster", asked("towns", TOWN, "72"))))
                .isEqualTo("/office/disaster?problem=not-named");
        operator().post("/office/disaster", asked("towns", TOWN, "72"));
        assertThat(desk.get("/office/disaster").body()).contains("認めて始める");
        assertThat(leads(desk.post("/office/disaster/agreement", Map.of()))).isEqualTo("/office/disaster?done=begun");
        assertThat(leads(desk.post("/office/disaster/end", Map.of()))).isEqualTo("/office/disaster?done=ended");
    }

    /// More than a mode may name.
    private static String manyTowns() {
        return IntStream.rangeClosed(1, DisasterArea.TOWNS_MAX + 1)
                .mapToObj(n -> n + "番町")
                .collect(Collectors.joining("\n"));
    }

    /// What became of the mode so far, the last first.
    private List<String> outcomes() {
        var all = logged("\"action\":\"disaster-changed\"").stream()
                .map(text -> text.replaceAll("(?s).*\"outcome\":\"([^\"]*)\".*", "$1"))
                .toList();
        return all.reversed();
    }
}
