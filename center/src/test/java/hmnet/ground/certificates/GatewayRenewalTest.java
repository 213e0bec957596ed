package hmnet.ground.certificates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.gateway.Identity;
import hmnet.ground.directory.FacilityCertificates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.MachineConnector;
import hmnet.record.filing.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// The whole path: a real gateway, in a process of its own, before this centre, with a certificate that ends soon.
class GatewayRenewalTest extends Ward {
    private static final Random CHANCE = new Random(7);

    @Autowired
    MachineConnector connector;

    @Autowired
    FacilityCertificates certificates;

    @TempDir
    Path folder;

    private int sent;

    private GatewayProcess gateway() {
        return new GatewayProcess(folder, facilityCa());
    }

    private Path config(RenewingMachine machine, String more) throws IOException {
        return gateway().config(machine, more);
    }

    private Process started(Path config) throws IOException {
        return gateway().started(config);
    }

    private boolean says(String words) {
        return gateway().says(words);
    }

    private void sends(int files) throws IOException {
        for (var i = 0; i < files; i++) {
            var name = "file" + sent++;
            var working = Files.writeString(folder.resolve("in").resolve(name + ".tmp"), "見本 " + name, UTF_8);
            Files.move(working, folder.resolve("in").resolve(name));
        }
    }

    private boolean hasAll(FacilityId hospital) {
        var kept = db.sql("select count(*) from inbox where facility = ?")
                .param(hospital.value())
                .query(Long.class)
                .single();
        assertThat(kept).as("nothing twice").isLessThanOrEqualTo(sent);
        return kept == sent;
    }

    private RenewingMachine machine(FacilityId hospital) {
        return RenewingMachine.of(
                hospital, facilities, facilityCa(), connector.port().orElseThrow(), 20);
    }

    /// The centre issues: key, request, certificate, switch; killed again and again on the way.
    @Test
    void aGatewayThatIsKilledAgainAndAgainRenewsOnceAndLosesNothing() throws Exception {
        var hospital = hospital();
        var machine = machine(hospital);
        var config = config(machine, "renewal.former=end");
        var key = folder.resolve("spool/certificate/next.pem");
        var process = started(config);
        sends(20);
        await(() -> Files.exists(key) || says("certificate: renewed"));
        process.destroyForcibly().waitFor();
        for (var kill = 0; kill < 2; kill++) {
            process = started(config);
            sends(5);
            Thread.sleep(300 + CHANCE.nextInt(700));
            process.destroyForcibly().waitFor();
        }
        process = started(config);
        try {
            sends(5);
            var own = folder.resolve("spool/certificate/own.pem");
            await(() -> Files.exists(own));
            sends(5);
            await(() -> hasAll(hospital));
            var shown = Identity.ofBoth(own);
            assertThat(certificates.of(hospital)).hasSize(2).anySatisfy(one -> {
                assertThat(one.fingerprint()).isEqualTo(shown.fingerprint());
                assertThat(one.registeredWith()).isEqualTo(machine.fingerprint());
                assertThat(one.counts()).isTrue();
            });
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                    .isEqualTo("rw-------");
            assertThat(key).doesNotExist();
            if (says("the former one was ended")) { // unless it was killed just before
                await(() -> machine.standing().statusCode() == 401);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// A CA elsewhere issues: an operator drops a PKCS#12 file, here under another name, and the office agrees.
    @Test
    void aDroppedCertificateWaitsForTheOfficeWhileTheFormerOneSends() throws Exception {
        var hospital = hospital();
        var machine = machine(hospital);
        var next = facilityCa().issue(RenewingMachine.good("new name", 300));
        var config = config(machine, "renewal.before=0s");
        var dropped = Files.createDirectories(folder.resolve("next"));
        var store = java.security.KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("new", next.key(), new char[0], new java.security.cert.Certificate[] {next.certificate()});
        try (var out = Files.newOutputStream(dropped.resolve("new.p12"))) {
            store.store(out, new char[0]);
        }
        var process = started(config);
        try {
            sends(5);
            await(() -> says("waits until the office has agreed"));
            await(() -> hasAll(hospital));
            assertThat(db.sql("update facility_certificate set waits = false where facility = ? and waits")
                            .param(hospital.value())
                            .update())
                    .isEqualTo(1);
            await(() -> says("certificate: renewed"));
            sends(5);
            await(() -> hasAll(hospital));
            assertThat(machine.standing().statusCode())
                    .as("the former one goes on")
                    .isEqualTo(200);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
