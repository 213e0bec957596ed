package hmnet.ground.mllp;

import hmnet.Centre;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

/// What every test of the line to the centre needs: hospitals of its own with certificates, and callers.
public abstract class HospitalLine extends Centre {
    private static final AtomicInteger CODES = new AtomicInteger(7_700_000);

    @Autowired
    protected Facilities directory;

    @Autowired
    MllpPort port;

    /// A hospital with a certificate.
    public record Hospital(FacilityId id, String code, Issued issued) {}

    protected Hospital hospital(String name) {
        var code = "341" + CODES.incrementAndGet();
        var id = directory.register(
                new Facility(
                        new FacilityId(0),
                        code,
                        FacilityKind.HOSPITAL,
                        name,
                        "ミホンビョウイン",
                        "",
                        "",
                        Direction.DISCLOSE_AND_VIEW,
                        "HM",
                        false,
                        null),
                "見本会");
        var issued = facilityCa().issue(Wish.client(code));
        var certificate = issued.certificate();
        directory.registerCertificate(
                id,
                Machines.fingerprint(certificate),
                certificate.getSerialNumber().toString(16),
                certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
        return new Hospital(id, code, issued);
    }

    protected FarEnd call(Hospital hospital) throws IOException {
        return call(hospital.issued());
    }

    protected FarEnd call(Issued issued) throws IOException {
        return new FarEnd(issued, facilityCa().certificate(), port.port().orElseThrow());
    }

    protected int linePort() {
        return port.port().orElseThrow();
    }
}
