package hmnet.office.reviewdesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.AccessLogEntry;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.office.incidents.Incidents;
import hmnet.office.incidents.MixedNotices;
import hmnet.people.arrivals.Pairs;
import hmnet.people.arrivals.Questions;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/// The office's desks over the shared centre (名寄せの窓口の試験の土台).
public abstract class Desk extends Questions {
    @Autowired
    ReviewDesk desk;

    @Autowired
    Pairs pairs;

    @Autowired
    public Incidents incidents;

    @Autowired
    public MixedNotices notices;

    @Autowired
    public Audit audit;

    public long asOf(long id) {
        return pairs.find(id).orElseThrow().asOf();
    }

    public DeskResult decides(Requester who, long id, ReviewDecision decision) {
        return desk.decide(id, decision, asOf(id), who);
    }

    public List<Action> log(PersonId person) {
        return audit.of(person.value(), 200).stream()
                .map(AccessLogEntry::action)
                .toList();
    }

    /// A doctor elsewhere opens the chart of a person who has agreed.
    public Requester opens(PersonId person) {
        consents.open(person);
        consents.record(person, ConsentChoice.EVERYTHING, "paper", "2026-04", office());
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(opened(doctor, person)).isTrue();
        return doctor;
    }

    public boolean opened(Requester doctor, PersonId person) {
        return charts.open(
                doctor, person, Purpose.TREATMENT, ChartView.MEDICINES, opening -> opening instanceof Opening.Opened);
    }

    public Requester deskOf(FacilityId hospital) {
        return at(hospital, Profession.RECEPTION);
    }
}
