package hmnet.exchange.fhir;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import hmnet.exchange.callers.QueryTrail;
import hmnet.ground.limits.ReadingLimits;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Refusals of FHIR requests (断りの語), each an OperationOutcome in the profile's words.
public final class Refusals {
    private static final String AGAIN_AFTER = "60";

    private Refusals() {}

    public static BaseServerResponseException noRight() {
        var words = "this facility has no right to the transaction";
        return new ForbiddenOperationException(words, outcome(IssueSeverity.ERROR, IssueType.FORBIDDEN, words));
    }

    public static BaseServerResponseException individualNumber() {
        return bad(IssueType.BUSINESSRULE, "an individual number (個人番号) is not accepted and was not kept");
    }

    public static BaseServerResponseException tooVague() {
        return bad(IssueType.TOOCOSTLY, "give an identifier, a whole birthdate or a telephone number");
    }

    public static BaseServerResponseException tooMany(int most) {
        return bad(IssueType.TOOCOSTLY, "more than " + most + " patients fit: say more");
    }

    /// 429. After the hour that is counted, whoever asked nothing meanwhile may ask again for certain.
    public static BaseServerResponseException overLimit() {
        var refusal = new UnclassifiedServerFailureException(
                HttpStatus.TOO_MANY_REQUESTS.value(),
                QueryTrail.OVER_LIMIT,
                outcome(IssueSeverity.ERROR, IssueType.THROTTLED, QueryTrail.OVER_LIMIT));
        refusal.addResponseHeader(HttpHeaders.RETRY_AFTER, Long.toString(ReadingLimits.COUNTED.toSeconds()));
        return refusal;
    }

    /// 503 or 507: nothing was done, and it may be asked again.
    static BaseServerResponseException away(HttpStatus status) {
        var words = "not taken: ask again later";
        var refusal = new UnclassifiedServerFailureException(
                status.value(), words, outcome(IssueSeverity.ERROR, IssueType.TRANSIENT, words));
        refusal.addResponseHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER);
        return refusal;
    }

    /// 400 with a kind of issue.
    public static BaseServerResponseException bad(IssueType kind, String words) {
        return new InvalidRequestException(words, outcome(IssueSeverity.ERROR, kind, words));
    }

    /// 403 in the words of a profile that wants it for something else than a right.
    public static BaseServerResponseException forbidden(IssueType kind, String words) {
        return new ForbiddenOperationException(words, outcome(IssueSeverity.ERROR, kind, words));
    }

    public static BaseServerResponseException notFound(IssueSeverity severity, String words) {
        return new ResourceNotFoundException(words, outcome(severity, IssueType.NOTFOUND, words));
    }

    private static OperationOutcome outcome(IssueSeverity severity, IssueType kind, String words) {
        var outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(severity).setCode(kind).setDiagnostics(words);
        return outcome;
    }

    /// Before the FHIR server has seen the request.
    static void write(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("application/fhir+json;charset=utf-8");
        response.getOutputStream().write("""
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"structure","diagnostics":"%s"}]}
                """.formatted(words).getBytes(StandardCharsets.UTF_8));
    }
}
