package hmnet.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import hmnet.exchange.callers.Counter;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.http.impl.client.HttpClients;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.beans.factory.annotation.Autowired;

/// Hospitals whose machines speak FHIR over real mutual TLS (FHIRの照会元).
abstract class FhirCounter extends Counter {
    static final FhirContext FHIR = FhirContext.forR4();

    @Autowired
    MachineConnector connector;

    /// A hospital with a machine and the rights to both queries.
    final class Machine {
        final FacilityId facility = hospital();
        final Issued issued = facilityCa().issue(Wish.client("fhir"));

        Machine(TransactionGroup... errands) {
            facilities.registerCertificate(
                    facility,
                    Machines.fingerprint(issued.certificate()),
                    issued.certificate().getSerialNumber().toString(16),
                    Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
            List.of(errands)
                    .forEach(transactionGroup -> callers.grant(facility, transactionGroup, Scope.OWN, Actor.CENTRE));
        }

        String system() {
            return domains.of(facility).uri();
        }

        IGenericClient client() {
            var factory = FHIR.getRestfulClientFactory();
            factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
            factory.setHttpClient(HttpClients.custom()
                    .setSSLContext(issued.tls(facilityCa().certificate()))
                    .build());
            return factory.newGenericClient(base());
        }

        HttpResponse<String> http(HttpRequest.Builder request) throws IOException, InterruptedException {
            return issued.http(facilityCa().certificate()).send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    String base() {
        return "https://localhost:" + connector.port().orElseThrow() + "/fhir";
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    static String words(BaseServerResponseException refused) {
        return ((OperationOutcome) refused.getOperationOutcome())
                .getIssueFirstRep()
                .getDiagnostics();
    }
}
