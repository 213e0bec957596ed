package hmnet.linking;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.audit.Action;
import hmnet.audit.Audit;
import hmnet.audit.Entry;
import hmnet.consent.Choice;
import hmnet.consent.Purpose;
import hmnet.directory.FacilityId;
import hmnet.directory.Profession;
import hmnet.directory.Requester;
import hmnet.identity.Pairs;
import hmnet.identity.PersonId;
import hmnet.identity.Questions;
import hmnet.identity.Reviews.Decision;
import hmnet.records.ChartView;
import hmnet.records.Opening;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/// The office's desks over the shared centre (名寄せの窓口の試験の土台).
abstract class Desk extends Questions {
    @Autowired
    ReviewDesk desk;

    @Autowired
    Pairs pairs;

    @Autowired
    Incidents incidents;

    @Autowired
    MixedNotices notices;

    @Autowired
    Audit audit;

    long asOf(long id) {
        return pairs.find(id).orElseThrow().asOf();
    }

    Outcome decides(Requester who, long id, Decision decision) {
        return desk.decide(id, decision, asOf(id), who);
    }

    List<Action> log(PersonId person) {
        return audit.of(person.value(), 200).stream().map(Entry::action).toList();
    }

    /// A doctor elsewhere opens the chart of a person who has agreed.
    Requester opens(PersonId person) {
        consents.open(person);
        consents.record(person, Choice.EVERYTHING, "paper", "2026-04", office());
        var doctor = doctor();
        relations.begin(doctor, person, "card");
        assertThat(opened(doctor, person)).isTrue();
        return doctor;
    }

    boolean opened(Requester doctor, PersonId person) {
        return charts.open(
                doctor, person, Purpose.TREATMENT, ChartView.MEDICINES, opening -> opening instanceof Opening.Opened);
    }

    Requester deskOf(FacilityId hospital) {
        return at(hospital, Profession.RECEPTION);
    }
}
