package hmnet.ground.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.audit.Audit;
import hmnet.ground.certificates.RenewalAnswer.NextRegistration;
import hmnet.ground.certificates.RenewalAnswer.RefusedRegistration;
import hmnet.ground.directory.FacilityCertificates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.NextCertificates;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.TestPki;
import hmnet.ground.mtls.Wish;
import hmnet.record.filing.Ward;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// A facility's machine registers its next certificate, over real TLS; and each who is turned away.
class RenewalDoorTest extends Ward {
    @Autowired
    MachineConnector connector;

    @Autowired
    FacilityCertificates certificates;

    @Autowired
    NextCertificates register;

    @Autowired
    Machines machines;

    @Autowired
    FacilityIssuer issuer;

    @Autowired
    Audit audit;

    @Autowired
    TransactionOperations transaction;

    private FacilityId hospital = new FacilityId(0);
    private RenewingMachine machine = new RenewingMachine(facilityCa().issue(Wish.client("-")), facilityCa(), 0);

    @BeforeEach
    void aHospitalWhoseCertificateEndsSoon() {
        hospital = hospital();
        machine = of(hospital, 20);
    }

    private RenewingMachine of(FacilityId facility, int days) {
        return RenewingMachine.of(
                facility, facilities, facilityCa(), connector.port().orElseThrow(), days);
    }

    private static void refused(HttpResponse<String> answer, RenewalObjection why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"refused\"", "\"" + why.word() + "\"");
    }

    private static void registered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"registered\"");
    }

    @Test
    void theNextCertificateOfTheSameCaAndNameLetsInAtOnce() {
        var next = machine.next(400);
        assertThat(machine.showing(next).standing().statusCode()).isEqualTo(401);
        await(() -> {
            registered(machine.register(next));
            return machine.showing(next).standing().statusCode() == 200;
        });
        assertThat(machine.standing().statusCode()).as("the former one goes on").isEqualTo(200);
        assertThat(machine.showing(next).standing().body()).contains(RenewingMachine.print(next.certificate()));
        assertThat(certificates.of(hospital)).hasSize(2).anySatisfy(one -> {
            assertThat(one.registeredBy()).isEqualTo("facility:" + hospital.value());
            assertThat(one.registeredWith()).isEqualTo(machine.fingerprint());
        });
        assertThat(logged("facility-certificate", "registered", RenewingMachine.print(next.certificate())))
                .hasSize(1);
    }

    @Test
    void theCentreIssuesOneForARequestAndGivesItAgainToWhoDidNotHear() throws Exception {
        var keys = keyPair();
        var answer = machine.request(keys);
        registered(answer);
        var issued = certificate(answer);
        assertThat(issued.getPublicKey()).isEqualTo(keys.getPublic());
        assertThat(issued.getSubjectX500Principal())
                .isEqualTo(machine.shown().certificate().getSubjectX500Principal());
        assertThat(List.copyOf(issued.getSubjectAlternativeNames()))
                .isEqualTo(List.copyOf(machine.shown().certificate().getSubjectAlternativeNames()));
        assertThat(certificate(machine.request(keys))).isEqualTo(issued);
        var next = machine.showing(new Issued(issued, keys.getPrivate()));
        assertThat(next.standing().statusCode()).isEqualTo(200);
        assertThat(certificates.of(hospital)).hasSize(2);
        refused(of(hospital(), 20).request(keys), RenewalObjection.KEY_REUSED);
        refused(machine.request(new KeyPair(shownKey(), machine.shown().key())), RenewalObjection.KEY_REUSED);
        refused(
                machine.post("/next/request", Map.of("request", "-----BEGIN CERTIFICATE REQUEST-----")),
                RenewalObjection.NOT_READABLE);
        refused(machine.request(new KeyPair(keyPair().getPublic(), keys.getPrivate())), RenewalObjection.NOT_READABLE);
        refused(of(hospital(), 300).request(keyPair()), RenewalObjection.TOO_EARLY);
    }

    @Test
    void whoseCertificateNoLongerCountsRegistersNothing() {
        var next = machine.next(400);
        var stranger = machine.showing(machine.next(10));
        assertThat(stranger.register(next).statusCode()).isEqualTo(401);
        db.sql("update facility_certificate set ended_at = now() where facility = ?")
                .param(hospital.value())
                .update();
        await(() -> machine.register(next).statusCode() == 401);
        assertThat(machine.request(quietly()).statusCode()).isEqualTo(401);
        var past = machine.showing(facilityCa()
                .issue(new Wish(
                        "past",
                        "EC",
                        256,
                        "SHA256withECDSA",
                        List.of(KeyPurposeId.id_kp_clientAuth),
                        Instant.now().minusSeconds(90),
                        Instant.now().minusSeconds(30))));
        assertThatThrownBy(() -> past.register(next)).isInstanceOf(IllegalStateException.class);
        var revoked = of(hospital(), 20);
        assertThat(revoked.standing().statusCode()).isEqualTo(200);
        facilityCa().revoke(revoked.shown().certificate());
        facilityCa().publish(machineFolder());
        await(() -> {
            try {
                return revoked.register(next).statusCode() == 401;
            } catch (IllegalStateException noHandshake) {
                return true;
            }
        });
        assertThat(facilities.byCertificate(Machines.fingerprint(next.certificate())))
                .isEmpty();
    }

    @Test
    void withoutTheNewKeyNothingIsRegistered() {
        var next = machine.next(400);
        var now = Instant.now().toString();
        refused(machine.register(next, machine.shown(), now), RenewalObjection.NO_PROOF);
        refused(machine.register(next, next, "2026-01-01T00:00:00Z"), RenewalObjection.STALE_PROOF);
        refused(machine.register(next, next, "soon"), RenewalObjection.NOT_READABLE);
        var other = machine.next(401);
        refused(
                machine.post(
                        "/next",
                        Map.of(
                                "certificate",
                                RenewingMachine.pem(next.certificate()),
                                "at",
                                now,
                                "signature",
                                machine.proof(other, next, now))),
                RenewalObjection.NO_PROOF);
        refused(machine.post("/next", Map.of("certificate", "nonsense")), RenewalObjection.NOT_READABLE);
        refused(machine.post("/next", Map.of()), RenewalObjection.NOT_READABLE);
        assertThat(certificates.of(hospital)).hasSize(1);
    }

    @Test
    void aCertificateThatTheHandshakeWouldNotLetInIsNotRegistered() {
        var name = "machine " + hospital.value();
        var good = RenewingMachine.good(name, 400);
        var barred = List.of(
                new TestPki("facilities").issue(good),
                facilityCa().issue(with(good, "EC", 256, List.of(KeyPurposeId.id_kp_serverAuth))),
                facilityCa().issue(with(good, "RSA", 1024, good.uses())));
        for (var one : barred) {
            refused(machine.register(one), RenewalObjection.NOT_ACCEPTED);
        }
        assertThat(logged("facility-certificate", "not-accepted", machine.fingerprint()))
                .as("once an hour")
                .hasSize(1);
    }

    private static Wish with(Wish wish, String key, int bits, List<KeyPurposeId> uses) {
        return new Wish(wish.name(), key, bits, wish.signature(), uses, wish.from(), wish.until());
    }

    @Test
    void datesAndKeysHaveTheirBounds() {
        refused(of(hospital(), 300).register(machine.next(400)), RenewalObjection.TOO_EARLY);
        refused(machine.register(machine.next(10)), RenewalObjection.NOT_LATER);
        refused(machine.register(machine.next(1000)), RenewalObjection.TOO_LONG);
        var sameKey = issuer.issue(machine.shown().certificate(), shownKey(), Instant.now())
                .getFirst();
        refused(machine.register(new Issued(sameKey, machine.shown().key())), RenewalObjection.KEY_REUSED);
        var next = machine.next(400);
        registered(machine.register(next));
        var second = issuer.issue(
                        machine.shown().certificate(), next.certificate().getPublicKey(), Instant.now())
                .getFirst();
        refused(machine.register(new Issued(second, next.key())), RenewalObjection.KEY_REUSED);
    }

    @Test
    void whatIsAnotherFacilitysOrHasEndedIsNotRegistered() {
        var other = of(hospital(), 20);
        var next = other.next(400);
        registered(other.register(next));
        refused(machine.register(next), RenewalObjection.HAS_ENDED);
        var own = machine.next(400);
        registered(machine.register(own));
        transaction.executeWithoutResult(
                status -> certificates.end(hospital, RenewingMachine.print(own.certificate()), "見本", "staff:1"));
        refused(machine.register(own), RenewalObjection.HAS_ENDED);
    }

    @Test
    void aFacilitysMachinesRegisterOnlySoMany() {
        for (var count = 0; count < 5; count++) {
            registered(machine.register(machine.next(400)));
        }
        refused(machine.register(machine.next(400)), RenewalObjection.TOO_MANY);
    }

    @Test
    void anotherNameOrAnotherCaWaitsForTheOffice() {
        var other = facilityCa().issue(RenewingMachine.good("another name", 400));
        var answer = machine.register(other);
        assertThat(answer.body()).contains("\"waits\"");
        assertThat(machine.showing(other).standing().statusCode()).isEqualTo(401);
        transaction.executeWithoutResult(
                status -> assertThat(certificates.agree(hospital, RenewingMachine.print(other.certificate())))
                        .isTrue());
        await(() -> machine.showing(other).standing().statusCode() == 200);
    }

    @Test
    void eachWaitsWhereTheOfficeWantsThatAndNoneIsIssuedWithoutACa() {
        var strict = new RenewalSettings(
                false, Duration.ofDays(60), Duration.ofDays(825), 5, null, null, Duration.ofDays(397));
        var clock = Clock.systemUTC();
        var renewals = new Renewals(
                register, machines, new FacilityIssuer(strict), strict, new RefusalPace(clock), audit, clock);
        var next = machine.next(400);
        var at = Instant.now().toString();
        var shown = machine.shown().certificate();
        var proof = new Proof(at, machine.proof(next, next, at));
        transaction.executeWithoutResult(
                status -> assertThat(renewals.register(hospital, shown, List.of(next.certificate()), proof))
                        .isEqualTo(new NextRegistration(List.of(next.certificate()), true)));
        transaction.executeWithoutResult(status -> assertThat(renewals.issue(
                        hospital, shown, new CertificateRequest(quietly().getPublic())))
                .isEqualTo(new RefusedRegistration(RenewalObjection.NOT_ISSUING)));
    }

    @Test
    void theFormerOnesEndAtTheWordOfTheNextOneAndNobodyElses() {
        var next = machine.next(300);
        registered(machine.register(next));
        var renewed = machine.showing(next);
        assertThat(machine.endFormer().body()).contains("\"ended\":0");
        assertThat(of(hospital(), 20).endFormer().body()).contains("\"ended\":0");
        assertThat(renewed.endFormer().body()).contains("\"ended\":1");
        await(() -> machine.standing().statusCode() == 401);
        assertThat(renewed.standing().statusCode()).isEqualTo(200);
        assertThat(logged("facility-certificate", "ended", RenewingMachine.print(next.certificate())))
                .hasSize(1);
    }

    private static X509Certificate certificate(HttpResponse<String> answer) throws GeneralSecurityException {
        var pem =
                JsonMapper.shared().readTree(answer.body()).path("certificate").asString("");
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
    }

    private java.security.PublicKey shownKey() {
        return machine.shown().certificate().getPublicKey();
    }

    private static KeyPair quietly() {
        try {
            return keyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
