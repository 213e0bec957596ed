package hmnet.exchange.telegrams;

import hmnet.exchange.callers.Counter;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mllp.FarEnd;
import hmnet.ground.mllp.ForeignLine;
import hmnet.ground.mllp.MllpPort;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

/// Hospitals whose machines speak HL7 with the centre (電文のやり取り), over real TLS.
public abstract class Exchanged extends Counter {
    private static final AtomicInteger IDS = new AtomicInteger(0);

    @Autowired
    MllpPort port;

    /// A hospital whose machine has a certificate and the right to come for this.
    protected FacilityId hospitalFor(TransactionGroup transactionGroup) {
        var facility = hospital();
        callers.grant(facility, transactionGroup, Scope.OWN, Actor.CENTRE);
        return facility;
    }

    protected Issued certified(FacilityId facility) {
        var issued = facilityCa().issue(Wish.client("machine of " + facility.value()));
        var certificate = issued.certificate();
        facilities.registerCertificate(
                facility,
                Machines.fingerprint(certificate),
                certificate.getSerialNumber().toString(16),
                certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
        return issued;
    }

    protected FarEnd call(FacilityId facility) throws IOException {
        return new FarEnd(
                certified(facility), facilityCa().certificate(), port.port().orElseThrow());
    }

    protected ForeignLine foreign(FacilityId facility) throws Exception {
        return new ForeignLine(
                certified(facility), facilityCa().certificate(), port.port().orElseThrow());
    }

    /// A header of the hospital's own, in UTF-8, with a number of its own.
    protected String header(FacilityId facility, String type) {
        return "MSH|^~\\&|EHR|" + domains.of(facility).namespace() + "|HMNET|HMNET|20261121100000||" + type + "|M"
                + IDS.incrementAndGet() + "|P|2.5||||||UNICODE UTF-8";
    }

    /// CX.4 of a hospital's numbers.
    protected String giver(FacilityId facility) {
        var domain = domains.of(facility);
        return domain.namespace() + "&" + domain.oid() + "&ISO";
    }

    protected Message spoken(FacilityId facility, String... segments) throws IOException, BadMessage {
        try (var line = call(facility)) {
            return line.ask(segments);
        }
    }

    protected static String line(Message answer, String segment) {
        var found = answer.first(segment);
        return found == null ? "" : found.toString();
    }
}
