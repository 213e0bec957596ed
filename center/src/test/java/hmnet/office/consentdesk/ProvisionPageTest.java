package hmnet.office.consentdesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// The office writes down what a person keeps from whom, and it holds for the next chart.
class ProvisionPageTest extends Ward {
    private static final Frame FRAME =
            Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/consents/provisions");

    @Autowired
    private ProvisionPage page;

    @Autowired
    private Tickets tickets;

    private Requester office;
    private Requester doctor;
    private PersonId person;

    @BeforeEach
    void somebodyWithTwoRecords() {
        office = office();
        doctor = doctor();
        FacilityId hospital = hospital();
        var number = number();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(hospital, Papers.of(number).visit(), Papers.of(number).prescription("000000000000091", "架空錠５ｍｇ"));
        assertThat(shown(doctor, person)).hasSize(2);
    }

    private String ticket(Requester to) {
        return tickets.write(new Ticket(person, "consent"), to);
    }

    private static ProvisionForm form(
            String card, String to, String readers, List<String> kinds, @Nullable String until, String how) {
        return new ProvisionForm(card, to, readers, "", null, "", kinds, null, "", "", null, until, how, "立会 花子");
    }

    @Test
    void whatIsWrittenDownHoldsForTheNextChartAndEndsAtTheSameDesk() {
        var clinic = facilities.get(doctor.facility()).code();
        var answer = page.deny(
                form(ticket(office), "facility", clinic, List.of("PRESCRIPTION"), "", "paper"), office, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(shown(doctor, person)).hasSize(1);
        assertThat(page.show(ticket(office), "denied", office, FRAME).getBody())
                .contains(facilities.get(doctor.facility()).name() + " に見せない", "処方", "登録しました")
                .as("the witness stands in the log alone")
                .doesNotContain("立会 花子");
        var id = provisions.standing(person).getFirst().id();
        assertThat(page.end(ticket(office), id, "", office, FRAME).getStatusCode())
                .as("nobody said how the person said so")
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(shown(doctor, person)).hasSize(1);
        page.end(ticket(office), id, "oral", office, FRAME);
        assertThat(shown(doctor, person)).hasSize(2);
        assertThat(provisions.standing(person)).isEmpty();
    }

    @Test
    void aFormThatCannotBeReadStandsAgainAndNothingIsRecorded() {
        var answer = page.deny(
                form(ticket(office), "facility", "知らない病院", List.of(), "2020-01-01", "by-hand"), office, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getBody()).contains("知らない病院", "過ぎた日です", "意思の確認方法を選んでください");
        assertThat(provisions.standing(person)).isEmpty();
    }

    @Test
    void whoHasNotReadTheCardIsSentBackToIt() {
        var other = office();
        for (var card : List.of("", "x.y.z", ticket(other), tickets.write(new Ticket(person, "desk"), office))) {
            var answer = page.deny(form(card, "everybody", "", List.of(), "", "oral"), office, FRAME);
            assertThat(String.valueOf(answer.getHeaders().getLocation())).isEqualTo("/office/consents");
            assertThat(String.valueOf(page.end(card, 1, "oral", office, FRAME)
                            .getHeaders()
                            .getLocation()))
                    .isEqualTo("/office/consents");
        }
        assertThat(provisions.standing(person)).isEmpty();
    }
}
