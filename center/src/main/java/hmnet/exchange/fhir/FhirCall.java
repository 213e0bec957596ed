package hmnet.exchange.fhir;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import hmnet.exchange.callers.Admission;
import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.Question;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.directory.FacilityId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Who asks through FHIR, and what (照会元と照会).
@Component
public class FhirCall {
    private final Callers callers;

    FhirCall(Callers callers) {
        this.callers = callers;
    }

    /// The facility behind the request, with its right; 403 without one.
    public Caller caller(ServletRequestDetails details, TransactionGroup transactionGroup, String transaction) {
        return switch (callers.admit(facility(details), transactionGroup, transaction)) {
            case Admission.Admitted(var caller) -> caller;
            case Admission.Refused() -> throw Refusals.noRight();
        };
    }

    /// The question as the audit log keeps it: the parameters as they were written.
    public static Question question(ServletRequestDetails details, String transaction) {
        var parameters = new TreeMap<String, String>();
        details.getParameters().forEach((name, values) -> parameters.put(name, String.join(",", List.of(values))));
        return question(details, transaction, parameters);
    }

    public static Question question(ServletRequestDetails details, String transaction, Map<String, String> parameters) {
        var id = details.getHeader("X-Request-Id");
        return new Question(transaction, id == null ? "" : id, new TreeMap<>(parameters));
    }

    private static FacilityId facility(ServletRequestDetails details) {
        return relayed(details).facility();
    }

    /// The body byte for byte as it came.
    public static byte[] body(ServletRequestDetails details) {
        return relayed(details).body();
    }

    private static RelayedRequest relayed(ServletRequestDetails details) {
        if (details.getServletRequest() instanceof RelayedRequest relayedRequest) {
            return relayedRequest;
        }
        throw new IllegalStateException("A FHIR request came by another way than the gate");
    }
}
