package hmnet.corrections;

import static hmnet.records.Papers.ast;

import hmnet.audit.Audit;
import hmnet.consent.Choice;
import hmnet.consent.Purpose;
import hmnet.directory.FacilityId;
import hmnet.directory.FacilityKind;
import hmnet.directory.Profession;
import hmnet.directory.Requester;
import hmnet.formats.model.code.RecordKind;
import hmnet.identity.PersonId;
import hmnet.records.Arrival;
import hmnet.records.ChartView;
import hmnet.records.Opening;
import hmnet.records.Papers;
import hmnet.records.Ward;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A hospital that corrects itself, and people elsewhere who looked before (訂正する病院).
abstract class Noticeboard extends Ward {
    static final String ORDER = "000000000000002";

    @Autowired
    Corrections corrections;

    @Autowired
    Shown shown;

    @Autowired
    Audit audit;

    final String number = number();
    FacilityId sender = new FacilityId(0);
    PersonId person = PersonId.fresh();

    @BeforeEach
    void aHospitalSendsAndAPersonShowsEverything() {
        sender = hospital();
        person = resident(Choice.EVERYTHING, sender, number);
    }

    Papers papers() {
        return Papers.of(number);
    }

    Arrival result() {
        return papers().results(ORDER, ast("31", "F"));
    }

    Arrival prescription() {
        return papers().prescription("000000000000001", "架空錠５ｍｇ");
    }

    /// The same result an hour later.
    static Arrival anHourLater(Arrival before, Arrival after) {
        return new Arrival(before.path().replace("102030456", "112030456"), after.body());
    }

    Arrival correctedResult() {
        return anHourLater(result(), papers().results(ORDER, ast("33", "C")));
    }

    Requester caring(Requester requester) {
        relations.begin(requester, person, "card");
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
    void sends(Arrival... files) {
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
                .map(CorrectionsScreen.Line::profession)
                .toList();
    }

    Requester desk() {
        return at(sender, Profession.RECEPTION);
    }
}
