package hmnet.exchange.fhir;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where other systems speak FHIR (FHIR接続口). The gate has let the machine in; what it may do here is the
/// right of its facility, asked by each transaction.
@RestController
class FhirRoutes {
    private final FhirServer server;

    FhirRoutes(FhirServer server) {
        this.server = server;
    }

    @RequestMapping("/fhir/**")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    void answer(FacilityId facility, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var body = StrictBody.read(request);
        switch (body) {
            case StrictBody.Fit(var bytes) -> server.answer(new RelayedRequest(request, bytes, facility), response);
            case StrictBody.Unfit(var status, var why) -> Refusals.write(response, status, why);
        }
    }
}
