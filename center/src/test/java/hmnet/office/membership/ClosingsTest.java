package hmnet.office.membership;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityCertificates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A facility leaves on a day: its people, machines and rights, and its records as was said.
class ClosingsTest extends Ward {
    @Autowired
    Closings closings;

    @Autowired
    CertificateEnds ends;

    @Autowired
    FacilityCertificates certificates;

    @Autowired
    Callers callers;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private final byte[] fingerprint = new byte[32];
    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void aHospitalWithAMachine() {
        hospital = hospital();
        ThreadLocalRandom.current().nextBytes(fingerprint);
        facilities.registerCertificate(
                hospital,
                fingerprint,
                "7f",
                OffsetDateTime.now(java.time.ZoneOffset.UTC).plusYears(1));
        callers.grant(hospital, TransactionGroup.PDQ, Scope.OWN, Actor.CENTRE);
    }

    private PersonId sent() {
        var number = number();
        filed(hospital, Papers.of(number).visit());
        return resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    private void leaves(LocalDate day, boolean recordsEnd) {
        assertThat(closings.ask(hospital, day, recordsEnd, "脱退の届出", office())).isEqualTo(MemberAnswer.DONE);
        assertThat(closings.agree(hospital, office())).isEqualTo(MemberAnswer.DONE);
    }

    private Requester reader(PersonId person) {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return doctor;
    }

    @Test
    void fromItsDayOnItsPeopleMachinesAndRightsAreOut() {
        var nurse = at(hospital, Profession.NURSE);
        leaves(today, false);
        assertThat(staff.byLogin(nurse.login())).isEmpty();
        assertThat(facilities.byCertificate(fingerprint)).isEmpty();
        assertThat(callers.held()).doesNotContainKey(hospital);
        assertThat(certificates.of(hospital)).allMatch(one -> one.endedAt() != null);
    }

    @Test
    void untilItsDayEverythingGoesOn() {
        var nurse = at(hospital, Profession.NURSE);
        leaves(today.plusDays(1), true);
        closings.turn();
        assertThat(staff.byLogin(nurse.login())).isPresent();
        assertThat(facilities.byCertificate(fingerprint)).contains(hospital);
        assertThat(callers.held()).containsKey(hospital);
        db.sql("update facility set left_on = ? where id = ?")
                .params(today, hospital.value())
                .update();
        assertThat(staff.byLogin(nurse.login())).isEmpty();
        assertThat(facilities.byCertificate(fingerprint)).isEmpty();
        closings.turn();
        assertThat(callers.held()).doesNotContainKey(hospital);
    }

    @Test
    void itsRecordsAreShownAsBeforeOrToNobody() {
        var person = sent();
        var doctor = reader(person);
        leaves(today, false);
        assertThat(shown(doctor, person)).isNotEmpty();
        assertThat(closings.askBack(hospital, "誤り", office())).isEqualTo(MemberAnswer.DONE);
        assertThat(closings.agree(hospital, office())).isEqualTo(MemberAnswer.DONE);
        leaves(today, true);
        assertThat(shown(doctor, person)).isEmpty();
    }

    @Test
    void itTakesTwoOperatorsWhoDoNotWorkThere() {
        var first = office();
        var own = at(hospital, Profession.OPERATOR);
        assertThat(closings.ask(hospital, today, false, "-", own)).isEqualTo(MemberAnswer.OWN);
        assertThat(closings.ask(hospital, today, false, "-", first)).isEqualTo(MemberAnswer.DONE);
        assertThat(closings.ask(hospital, today, true, "-", office())).isEqualTo(MemberAnswer.WAITS);
        assertThat(closings.agree(hospital, first)).isEqualTo(MemberAnswer.SECOND_PERSON);
        assertThat(closings.agree(hospital, own)).isEqualTo(MemberAnswer.OWN);
        assertThat(closings.refuse(hospital, office())).isEqualTo(MemberAnswer.DONE);
        assertThat(closings.agree(hospital, office())).isEqualTo(MemberAnswer.GONE);
        assertThat(closings.of(hospital)).isEmpty();
    }

    @Test
    void aDeskEndsItsOwnCertificateAndNoOther() {
        var hex = certificates.of(hospital).getFirst().fingerprint();
        var stranger = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        assertThat(ends.end(hospital, hex, "鍵の紛失", false, stranger)).isEqualTo(MemberAnswer.UNKNOWN);
        assertThat(ends.end(stranger.facility(), hex, "鍵の紛失", false, stranger)).isEqualTo(MemberAnswer.GONE);
        assertThat(facilities.byCertificate(fingerprint)).contains(hospital);
        assertThat(ends.end(hospital, hex, "鍵の紛失", false, at(hospital, Profession.RECEPTION)))
                .isEqualTo(MemberAnswer.DONE);
        assertThat(facilities.byCertificate(fingerprint)).isEmpty();
        assertThat(ends.end(hospital, hex, "鍵の紛失", false, office())).isEqualTo(MemberAnswer.GONE);
    }
}
