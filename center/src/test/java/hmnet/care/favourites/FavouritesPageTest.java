package hmnet.care.favourites;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// A list of one's own opens nothing that a card would not.
class FavouritesPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/favourites");

    @Autowired
    FavouritesPage page;

    private String list(Requester by) {
        return String.valueOf(page.show(null, by, FRAME).getBody());
    }

    private PersonId inCareOf(Requester doctor) {
        var person = resident(ConsentChoice.EVERYTHING, hospital(), number());
        relations.begin(doctor, person, RelationOrigin.CARD);
        return person;
    }

    @Test
    void aListIsItsOwnersAloneAndAsksForEachWheneverItIsShown() {
        var doctor = doctor();
        var person = inCareOf(doctor);
        assertThat(page.add(person, doctor, FRAME).getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        page.add(person, doctor, FRAME);
        assertThat(list(doctor)).containsOnlyOnce("/people/" + person + "/summary");
        assertThat(logged("favourite-changed", "added", person.toString())).hasSize(1);
        assertThat(logged("chart-listed", "listed", person.toString()))
                .as("once when added twice, once when shown")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(list(at(doctor.facility(), Profession.DOCTOR)))
                .as("a colleague's list is another one")
                .doesNotContain(person.toString());
        page.takeOff(person, doctor);
        assertThat(list(doctor)).contains("お気に入り患者はいません");
        assertThat(logged("favourite-changed", "taken-off", person.toString())).hasSize(1);
    }

    @Test
    void nobodyComesOntoTheListWhoseChartStaysClosed() {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital(), number());
        assertThat(page.add(person, doctor, FRAME).getStatusCode())
                .as("no tie: the answer for nobody")
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.add(PersonId.fresh(), doctor, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(list(doctor)).contains("お気に入り患者はいません");
    }

    @Test
    void aWithdrawnConsentEndsThePlaceOnTheListInTheRulesWords() {
        var doctor = doctor();
        var person = inCareOf(doctor);
        page.add(person, doctor, FRAME);
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-05", office());
        assertThat(list(doctor)).contains("一覧から外しました", "ご本人が同意を撤回されています").doesNotContain("/people/" + person);
        consents.record(person, ConsentChoice.EVERYTHING, "paper", "2026-06", office());
        assertThat(list(doctor)).as("a later grant does not bring it back").contains("お気に入り患者はいません");
        assertThat(logged("favourite-changed", "ended", person.toString())).hasSize(1);
    }

    @Test
    void ofSomebodyWithoutATieNotEvenTheNameIsSaid() {
        var doctor = doctor();
        var person = inCareOf(doctor);
        page.add(person, doctor, FRAME);
        var name = list(doctor);
        assertThat(name).contains("架空");
        db.sql("update relation set until = now() - interval '1 day' where facility = ? and person = ?")
                .params(doctor.facility().value(), person.value())
                .update();
        assertThat(list(doctor)).contains("お一人を一覧から外しました").doesNotContain("架空");
    }
}
