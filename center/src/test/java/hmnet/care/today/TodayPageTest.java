package hmnet.care.today;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.today.TodaysPatients.TodaysPatient;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The reception prepares the day; the doctor goes from one patient to the next.
class TodayPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/today");
    private static final Pattern TICKET = Pattern.compile("name=\"card\" value=\"([^\"]+)\"");

    @Autowired
    TodayPage page;

    @Autowired
    TodaysPatients patients;

    @Autowired
    TodaysRows rows;

    @Autowired
    Protections protections;

    private String shown(Requester by) {
        return String.valueOf(page.show(null, by, FRAME).getBody());
    }

    private List<PersonId> listed(Requester by) {
        return patients.of(by).stream().map(TodaysPatient::person).toList();
    }

    /// Nobody else of the centre is called so.
    private Person rare() {
        var applicant = new Person(
                PersonId.fresh(),
                "",
                "架空",
                "稀" + number(),
                "カクウ",
                "マレナ",
                LocalDate.of(1932, 3, 9),
                "male",
                "",
                "広島県架空市五丁目",
                "架空市",
                "");
        return cards.issueFor(applicant, office()).holder();
    }

    @Test
    void theDoctorOpensWhomTheReceptionPutOnTheListByNumber() {
        var hospital = hospital();
        var number = number();
        filed(hospital, Papers.of(number).visit());
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var reception = at(hospital, Profession.RECEPTION);
        assertThat(page.addChart(number, null, reception, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
        var doctor = at(hospital, Profession.DOCTOR);
        assertThat(shown(doctor)).contains("/people/" + person + "/summary", number, "1 施設、表示できる最新は");
        assertThat(shown(reception))
                .as("who opens no charts is told of none")
                .contains(number, "連携済み")
                .doesNotContain("/people/" + person, "最新は");
        assertThat(listed(doctor())).as("another facility's list is its own").isEmpty();
        assertThat(logged("today-changed", "added", person.toString())).hasSize(1);
        page.takeOff(rows.of(hospital).getFirst().id(), "", reception);
        assertThat(listed(doctor)).isEmpty();
        assertThat(logged("today-changed", "taken-off", person.toString())).hasSize(1);
    }

    @Test
    void whoseCardWasReadStandsThereOnceUntilTakenOffOrMidnight() {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital(), number());
        relations.begin(doctor, person, RelationOrigin.CARD);
        patients.add(doctor, person);
        assertThat(listed(doctor)).containsExactly(person);
        page.takeOff(rows.of(doctor.facility()).getFirst().id(), "", doctor);
        assertThat(listed(doctor)).isEmpty();
        patients.add(doctor, person);
        db.sql("update todays_patient set day = day - 1 where facility = ?")
                .param(doctor.facility().value())
                .update();
        db.sql("update relation set since = since - interval '1 day' where facility = ?")
                .param(doctor.facility().value())
                .update();
        assertThat(listed(doctor)).as("yesterday's list").isEmpty();
        rows.forget();
        assertThat(db.sql("select count(*) from todays_patient where facility = ?")
                        .param(doctor.facility().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aVisitThatAMessageTellsOfTodayIsAnnouncedToItsOwnFacility() {
        var hospital = hospital();
        var number = number();
        var earlier = number();
        filed(
                hospital,
                new Papers(Papers.of(number).patient(), OffsetDateTime.now(TodaysRows.JAPAN)).visit(),
                Papers.of(earlier).visit());
        var reception = at(hospital, Profession.RECEPTION);
        assertThat(shown(reception)).contains("来院の知らせ", number).doesNotContain(earlier);
        page.addChart(number, "1", reception, FRAME);
        assertThat(patients.announced(reception)).isEmpty();
        assertThat(patients.of(reception))
                .as("nobody's chart is linked: it stands there all the same, and opens nothing")
                .extracting(TodaysPatient::number, TodaysPatient::person)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(number, null));
    }

    @Test
    void somebodyWithoutACardIsFoundByKanaBirthDateAndWhatWasLookedAt() {
        var known = rare();
        var person = known.id();
        var kana = known.familyKana() + known.givenKana();
        var birth = known.birthDate().toString();
        var clinic = facility(FacilityKind.CLINIC);
        var reception = at(clinic, Profession.RECEPTION);
        assertThat(page.search(kana, birth, "", reception, FRAME).getBody()).contains("本人確認に使ったものを選んで");
        assertThat(page.search("カクウ", birth, "licence", reception, FRAME).getBody())
                .as("half a name finds nobody")
                .contains("一致する方はいません");
        db.sql("delete from typed_number_miss").update();
        var found = page.search(kana, birth, "licence", reception, FRAME);
        assertThat(found.getBody()).contains(known.name()).doesNotContain(known.address(), "/people/");
        assertThat(logged("person-found", "licence", person.toString())).isNotEmpty();
        var ticket = ticket(found, known);
        assertThat(page.addPerson(ticket, doctor(), FRAME).getStatusCode())
                .as("nobody else's ticket")
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.addPerson(ticket, reception, FRAME).getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(listed(at(clinic, Profession.DOCTOR))).contains(person);
        assertThat(relations.holds(clinic, person)).isTrue();
        assertThat(db.sql("select kind from resident_notice where person = ? and facility = ?")
                        .params(person.value(), clinic.value())
                        .query(String.class)
                        .list())
                .containsExactly("identity-checked");
    }

    /// All of this class are called alike: the ticket that stands behind this person's given name.
    private static String ticket(ResponseEntity<String> found, Person known) {
        var body = String.valueOf(found.getBody());
        var at = TICKET.matcher(body.substring(body.indexOf(known.name())));
        assertThat(at.find()).isTrue();
        return at.group(1);
    }

    @Test
    void aProtectedPersonIsFoundWithoutACardByNobodyNew() {
        var known = rare();
        var person = known.id();
        var kana = known.familyKana() + known.givenKana();
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        var reception = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        assertThat(page.search(kana, known.birthDate().toString(), "known", reception, FRAME)
                        .getBody())
                .doesNotContain(known.name());
    }

    @Test
    void tenSearchesThatFindNobodyLockTheAccount() {
        var reception = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        for (var n = 0; n < 10; n++) {
            assertThat(page.search("ダレモイナイ", "1901-01-0" + (n % 9 + 1), "known", reception, FRAME)
                            .getBody())
                    .contains("一致する方はいません");
        }
        assertThat(page.search("ダレモイナイ", "1901-01-01", "known", reception, FRAME)
                        .getBody())
                .contains("停止しました");
    }
}
