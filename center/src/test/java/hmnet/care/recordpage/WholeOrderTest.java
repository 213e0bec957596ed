package hmnet.care.recordpage;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.timeline.CareEvent;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What one order was cut into by who may see it stands on one page again.
class WholeOrderTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/records/r");

    @Autowired
    private RecordPage page;

    /// U14: whichever part a line leads to.
    @Test
    void anOrderIsReadOnOnePageAndTheLogNamesEveryPartOfIt() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(
                hospital,
                Papers.of(number).visit(),
                Papers.of(number).results("000000000000091", Papers.ast("48", "F"), Papers.protein("7.1")));
        var parts = shown(doctor, person).stream()
                .filter(entry -> CareEvent.of(entry.kind()) == CareEvent.TESTS)
                .toList();
        assertThat(parts).hasSize(2);
        for (var part : parts) {
            assertThat(page.show(person, part.id(), doctor, FRAME).getBody()).contains("48 ", "7.1 ");
        }
        assertThat(logged("staff:" + doctor.staff().value() + "\"", "viewer/record"))
                .hasSize(2)
                .allMatch(event ->
                        parts.stream().allMatch(part -> event.contains(part.id().toString())));
    }

    @Test
    void anotherOrderOfTheSameDayStaysOnItsOwnPage() {
        var doctor = doctor();
        var hospital = hospital();
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(
                hospital,
                Papers.of(number).prescription("000000000000092", "架空錠５ｍｇ"),
                Papers.of(number).prescription("000000000000093", "見本錠１ｍｇ"));
        var drugs = shown(doctor, person).stream()
                .filter(entry -> CareEvent.of(entry.kind()) == CareEvent.DRUGS)
                .toList();
        assertThat(drugs).hasSize(2);
        for (var one : drugs) {
            var own = Objects.requireNonNull(
                    page.show(person, one.id(), doctor, FRAME).getBody());
            assertThat(own.contains("架空錠") ^ own.contains("見本錠")).isTrue();
        }
    }
}
