package hmnet.care.labsheet;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import hmnet.care.viewer.ChartPages;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Sent;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Consents;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.relations.Relations;
import hmnet.ground.design.Assets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.ReceivedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A result that was corrected, and one that was taken back, as a doctor elsewhere sees them.
class CorrectedValueTest extends Centre {
    private static final AtomicInteger NUMBER = new AtomicInteger(730_000);

    @Autowired
    private Facilities facilities;

    @Autowired
    private Staff staff;

    @Autowired
    private Persons persons;

    @Autowired
    private Consents consents;

    @Autowired
    private Relations relations;

    @Autowired
    private Inbox inbox;

    @Autowired
    private ChartPages chartPages;

    @Autowired
    private Laboratory laboratory;

    @Autowired
    private Assets assets;

    private final String number = Integer.toString(NUMBER.incrementAndGet());

    @Test
    void aCorrectedValueStandsStruckThroughBesideTheNewOne() {
        var page = laboratoryAfter(
                Sent.result(number, "20261118100000000", "6.4", "F"),
                Sent.result(number, "20261118120000000", "4.6", "C"));
        assertThat(page).contains("6.4</del>").contains(">4.6</a>").contains("訂正前");
    }

    @Test
    void aRetractedResultIsNowhere() {
        var page = laboratoryAfter(
                Sent.result(number, "20261118100000000", "6.4", "F"),
                Sent.result(number, "20261118120000000", "4.6", "C"),
                Sent.deletion(number, "20261118130000000"));
        assertThat(page).doesNotContain("6.4").doesNotContain("4.6").doesNotContain("<del>");
    }

    private String laboratoryAfter(ReceivedFile... files) {
        var hospital = facility("見本病院", FacilityKind.HOSPITAL);
        var doctor = doctor(facility("ひな形診療所", FacilityKind.CLINIC));
        var person = resident();
        persons.takeOverLinks(Map.of(new Persons.ChartNumber(hospital, number), person), "test");
        relations.begin(doctor, person, RelationOrigin.CARD);
        for (var file : files) {
            inbox.keep(hospital, List.of(file));
        }
        awaitFiling(hospital);
        assertThat(inbox.counts(hospital).quarantined()).isZero();
        var frame = new Frame(Messages.in(Language.JAPANESE), "/people/x/laboratory", null, null, assets, List.of());
        var answer = chartPages.show(
                doctor,
                person,
                frame,
                ChartView.LABORATORY,
                chart -> laboratory.screen(
                        chart,
                        new Laboratory.SheetQuery(new RangeQuery("all", null), false, doctor.facility()),
                        frame));
        return String.valueOf(answer.getBody());
    }

    private void awaitFiling(FacilityId hospital) {
        var end = Instant.now().plusSeconds(30);
        while (inbox.counts(hospital).waiting() > 0) {
            assertThat(Instant.now()).as("Filing takes too long").isBefore(end);
            Thread.onSpinWait();
        }
    }

    private FacilityId facility(String name, FacilityKind kind) {
        return facilities.register(
                new Facility(
                        new FacilityId(0),
                        kind == FacilityKind.HOSPITAL ? "34" + number : "35" + number,
                        kind,
                        name,
                        "ミホン",
                        "",
                        "",
                        Direction.DISCLOSE_AND_VIEW,
                        "HM",
                        true,
                        null),
                "見本会");
    }

    private Requester doctor(FacilityId clinic) {
        var login = "viewer" + number;
        staff.register(clinic, login, "見本 医師", "ミホン イシ", Profession.DOCTOR, false);
        return staff.byLogin(login).orElseThrow();
    }

    private PersonId resident() {
        var person = new Person(
                PersonId.fresh(),
                "RV" + number,
                "架空",
                "花子",
                "カクウ",
                "ハナコ",
                LocalDate.of(1950, 2, 28),
                "female",
                "730-0000",
                "広島県架空市一丁目１−１",
                "架空市",
                "");
        persons.takeOver(List.of(person));
        consents.takeOver(List.of(person.id()), Map.of(person.id(), ConsentChoice.EVERYTHING), "test");
        return person.id();
    }
}
