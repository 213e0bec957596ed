package hmnet.exchange.carefeed;

import ca.uhn.fhir.context.FhirContext;
import hmnet.formats.fhirfile.outline.BundleOutline;
import hmnet.record.inbox.InboxReceipt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.http.HttpStatus;

/// The answer to a bundle (Bundleへの応答), in JSON or XML as the sender wants it: to a transaction or batch one of its
/// kind, to all else an OperationOutcome. It names the inbox row, by which the sender asks what became of it.
final class BundleAnswer {
    private static final String ACCEPTED = "202 Accepted";
    private final HttpServletResponse response;
    private final String came;
    private final String wanted;

    BundleAnswer(HttpServletRequest request, HttpServletResponse response) {
        this.response = response;
        this.came = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        this.wanted = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
    }

    boolean isFhir() {
        return came.contains("json") || cameAsXml();
    }

    boolean cameAsXml() {
        return came.contains("xml");
    }

    void comeAgain() throws IOException {
        response.setHeader("Retry-After", "2");
        refuse(HttpStatus.TOO_MANY_REQUESTS, IssueType.THROTTLED, "too many come at once: send it again");
    }

    void refuse(HttpStatus status, IssueType kind, String words) throws IOException {
        write(status, outcome(IssueSeverity.ERROR, kind, words));
    }

    /// Stored is what came; what it means is found out afterwards, so that nothing is said to be created.
    void kept(BundleOutline outline, InboxReceipt receipt) throws IOException {
        response.setHeader("Location", "/inbox/" + receipt.id());
        response.setHeader("Hmnet-Inbox", Long.toString(receipt.id()));
        response.setHeader("Hmnet-Outcome", receipt.duplicate() ? "duplicate" : "kept");
        var outcome = outcome(
                IssueSeverity.INFORMATION,
                receipt.duplicate() ? IssueType.DUPLICATE : IssueType.INFORMATIONAL,
                (receipt.duplicate() ? "kept before" : "kept") + " and filed from there: GET /inbox/" + receipt.id()
                        + " says what became of it");
        switch (outline.type()) {
            case "transaction" -> write(HttpStatus.OK, bundle(BundleType.TRANSACTIONRESPONSE, outline, outcome));
            case "batch" -> write(HttpStatus.OK, bundle(BundleType.BATCHRESPONSE, outline, outcome));
            // From outside: the types of bundles that are kept as they are.
            default -> write(HttpStatus.ACCEPTED, outcome);
        }
    }

    private static Bundle bundle(BundleType type, BundleOutline outline, OperationOutcome outcome) {
        var bundle = new Bundle();
        bundle.setType(type);
        outline.entries().forEach(entry -> bundle.addEntry().getResponse().setStatus(ACCEPTED));
        bundle.getEntryFirstRep().getResponse().setOutcome(outcome);
        return bundle;
    }

    private static OperationOutcome outcome(IssueSeverity severity, IssueType kind, String words) {
        var outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(severity).setCode(kind).setDiagnostics(words);
        return outcome;
    }

    private void write(HttpStatus status, IBaseResource resource) throws IOException {
        var either = wanted.contains("xml") == wanted.contains("json");
        var xml = either ? cameAsXml() : wanted.contains("xml");
        var context = FhirContext.forR4Cached();
        var text = (xml ? context.newXmlParser() : context.newJsonParser()).encodeResourceToString(resource);
        response.setStatus(status.value());
        response.setContentType("application/fhir+" + (xml ? "xml" : "json") + ";charset=utf-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
