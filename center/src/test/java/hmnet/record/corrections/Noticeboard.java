package hmnet.record.corrections;

import static hmnet.record.filing.Papers.ast;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A hospital that corrects itself, and people elsewhere who looked before (訂正する病院).
abstract class Noticeboard extends Ward {
    static final String ORDER = "000000000000002";

    @Autowired
    Corrections corrections;

    @Autowired
    CorrectionViewers shown;

    @Autowired
    Audit audit;

    final String number = number();
    FacilityId sender = new FacilityId(0);
    PersonId person = PersonId.fresh();

    @BeforeEach
    void aHospitalSendsAndAPersonShowsEverything() {
        sender = hospital();
        person = resident(ConsentChoice.EVERYTHING, sender, number);
    }

    Papers papers() {
        return Papers.of(number);
    }

    ReceivedFile result() {
        return papers().results(ORDER, ast("31", "F"));
    }

    ReceivedFile prescription() {
        return papers().prescription("000000000000001", "架空錠５ｍｇ");
    }

    /// The same result an hour later.
    static ReceivedFile anHourLater(ReceivedFile before, ReceivedFile after) {
        return new ReceivedFile(before.path().replace("102030456", "112030456"), after.body());
    }

    ReceivedFile correctedResult() {
        return anHourLater(result(), papers().results(ORDER, ast("33", "C")));
    }

    Requester caring(Requester requester) {
        relations.begin(requester, person, RelationOrigin.CARD);
        return requester;
    }

    Requester caring(Profession profession) {
        return caring(at(facility(FacilityKind.CLINIC), profession));
    }

    void opens(Requester requester) {
        opens(requester, ChartView.TIMELINE);
    }

    void opens(Requester requester, ChartView view) {
        charts.open(requester, person, Purpose.TREATMENT, view, opening -> opening instanceof Opening.Opened);
    }

    /// Sends, and waits until whoever listens has heard.
    void sends(ReceivedFile... files) {
        filed(sender, files);
        heard();
    }

    void heard() {
        await(() -> db.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single()
                == 0);
    }

    List<RecordKind> told(Requester requester) {
        return corrections.of(requester).stream()
                .flatMap(notice -> notice.kinds().stream())
                .toList();
    }

    List<String> namedTo(Requester desk) {
        return shown.to(desk).lines().stream()
                .map(CorrectionsScreen.CorrectionLine::profession)
                .toList();
    }

    Requester desk() {
        return at(sender, Profession.RECEPTION);
    }
}
