package hmnet.office.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.ExposureKind;
import hmnet.ground.audit.ExposureSubject;
import hmnet.ground.audit.Exposures;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A finding is looked into by the office or by the reader's own facility, never by the reader.
class AnomalyDeskTest extends AnomalyWard {
    @Autowired
    private Exposures exposures;

    @Autowired
    private Persons persons;

    @Autowired
    private Protections protections;

    /// Somebody of a clinic has looked at a person of their own family name.
    private record SurnameLook(FacilityId clinic, Requester reader, PersonId person, long id) {
        String page() {
            return "/office/anomalies/" + id;
        }
    }

    private SurnameLook found() {
        var clinic = clinic();
        var reader = reader(clinic, "カクウ タロウ", true);
        var person = patient();
        opens(reader, person, RelationOrigin.CARD);
        lookedThrough();
        return new SurnameLook(clinic, reader, person, about(reader).getFirst().id());
    }

    private static String linkTo(SurnameLook found) {
        return "href=\"" + found.page() + "\"";
    }

    @Test
    void theOfficeMakesAnIncidentOfAFinding() {
        var found = found();
        var office = officer();
        var name = persons.find(found.person()).orElseThrow().name();
        var list = office.get(
                "/office/anomalies?rule=surname&facility=" + found.clinic().value());
        assertThat(list.body())
                .contains(linkTo(found), "同姓", found.reader().name(), "表示 1 回")
                .doesNotContain(name);
        assertThat(office.get("/office/anomalies?rule=night&facility="
                                + found.clinic().value())
                        .body())
                .doesNotContain(linkTo(found));
        assertThat(office.get(found.page()).body()).contains(name, "timeline", "事故として扱う");
        assertThat(entries(found.person(), Action.ANOMALY_SHOWN)).hasSize(1);
        assertThat(office.post(found.page(), Map.of("outcome", "incident", "words", " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(office.post(found.page(), Map.of("outcome", "incident", "words", "業務でないと本人が認めた"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/office/anomalies?done=incident");
        var page = office.get(found.page()).body();
        assertThat(page).contains("業務でないと本人が認めた").doesNotContain("<textarea");
        var incident = page.replaceAll("(?s).*href=\"(/incidents/\\d+)\".*", "$1");
        assertThat(office.get(incident).body())
                .contains("気づきから分かった閲覧", linkTo(found), name, found.reader().name());
        assertThat(office.get("/incidents").statusCode()).isEqualTo(200);
        assertThat(entries(found.person(), Action.INCIDENT_OPENED)).hasSize(1);
        assertThat(entries(found.person(), Action.ANOMALY_CLOSED)).hasSize(1);
        assertThat(office.post(found.page(), Map.of("outcome", "justified", "words", "もう一度"))
                        .statusCode())
                .as("closed once")
                .isEqualTo(422);
    }

    @Test
    void theFacilitysDeskDealsWithItsOwnAndOpensNoIncident() {
        var found = found();
        var desk = browser(reader(found.clinic(), "ベツ ジロウ", true));
        assertThat(desk.get("/office/anomalies").body()).contains(linkTo(found)).doesNotContain("保護対象者");
        assertThat(desk.get(found.page()).body()).contains("正当").doesNotContain("事故として扱う");
        assertThat(desk.post(found.page(), Map.of("outcome", "incident", "words", "見本"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.post(found.page(), Map.of("outcome", "warned", "words", "本人に注意した"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(about(found.reader()))
                .singleElement()
                .satisfies(one -> assertThat(one.closing()).isNotNull());
    }

    @Test
    void nobodySeesOrClosesAFindingAboutThemselves() {
        var found = found();
        var self = browser(found.reader());
        assertThat(self.get("/office/anomalies").body()).doesNotContain(linkTo(found));
        assertThat(self.get(found.page()).statusCode()).isEqualTo(404);
        assertThat(self.post(found.page(), Map.of("outcome", "justified", "words", "業務です"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(about(found.reader()))
                .singleElement()
                .satisfies(one -> assertThat(one.closing()).isNull());
    }

    @Test
    void anotherFacilityAndWhoHasNoDeskAreTurnedAway() {
        var found = found();
        var other = browser(reader(clinic(), "ベツ ジロウ", true));
        assertThat(other.get("/office/anomalies").body()).doesNotContain(linkTo(found));
        assertThat(other.get(found.page()).statusCode()).isEqualTo(404);
        var doctor = browser(reader(found.clinic(), "ベツ ジロウ", false));
        assertThat(doctor.get("/office/anomalies").statusCode()).isEqualTo(404);
        assertThat(doctor.get(found.page()).statusCode()).isEqualTo(404);
        assertThat(doctor.post("/office/anomalies/report", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void thatSomebodyIsProtectedIsToldToNoDesk() {
        var clinic = clinic();
        var reader = reader(clinic, "ベツ ジロウ", false);
        var person = patient();
        relations.begin(reader, person, RelationOrigin.CARD);
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        shown(reader, person);
        lookedThrough();
        var id = about(reader).getFirst().id();
        assertThat(desk.look(id, office())).isPresent();
        assertThat(desk.look(id, at(clinic, Profession.RECEPTION))).isEmpty();
    }

    @Test
    void howManyWaitAndSinceWhenIsOnThePage() {
        var found = found();
        var other = at(found.clinic(), Profession.RECEPTION);
        assertThat(desk.open(other).count()).isOne();
        assertThat(desk.open(other).oldest()).isNotNull();
        assertThat(desk.open(found.reader()).count()).isZero();
        assertThat(desk.close(found.id(), FindingOutcome.JUSTIFIED, "受診の前の確認", other))
                .isTrue();
        assertThat(desk.open(other).count()).isZero();
    }

    @Test
    void theReportOfAFacilityNamesNobodyAndStandsInTheLog() {
        var found = found();
        var form = Map.of("from", today().minusDays(1).toString(), "until", today().toString());
        var own = at(found.clinic(), Profession.RECEPTION);
        var file = browser(own).post("/office/anomalies/report", form);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.body())
                .contains("\"surname\"", "\"staff:" + found.reader().staff().value() + '"')
                .doesNotContain(found.person().toString(), found.reader().name());
        var until = Instant.now().plusSeconds(1);
        var log = exposures.part(
                new ExposureSubject.Through(
                        ExposureKind.ACTOR, own.actor().word(), until.minus(Duration.ofMinutes(10)), until),
                null,
                50);
        assertThat(log).anyMatch(event -> event.trace().action() == Action.ANOMALIES_EXPORTED);
        var other = browser(at(clinic(), Profession.RECEPTION));
        assertThat(other.post(
                                "/office/anomalies/report",
                                Map.of(
                                        "from", today().toString(),
                                        "until", today().toString(),
                                        "facility", Long.toString(found.clinic().value())))
                        .body())
                .doesNotContain("surname");
        assertThat(other.post("/office/anomalies/report", Map.of("from", "x")).statusCode())
                .isEqualTo(422);
    }
}
