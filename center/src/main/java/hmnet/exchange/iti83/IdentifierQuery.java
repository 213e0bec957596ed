package hmnet.exchange.iti83;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.fhir.FhirCall;
import hmnet.exchange.fhir.FhirDoor;
import hmnet.exchange.fhir.LogicalIds;
import hmnet.exchange.fhir.PatientForm;
import hmnet.exchange.fhir.Refusals;
import hmnet.exchange.personquery.CrossReference;
import hmnet.exchange.personquery.CrossReferences;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// `Patient/$ihe-pix` (患者ID相互参照; ITI-83 §2:3.83.4): a number in, the numbers of the same person
/// elsewhere out.
@Component
class IdentifierQuery implements FhirDoor {
    private static final String TRANSACTION = "ITI-83";
    private final FhirCall fhirCall;
    private final CrossReferences references;
    private final LogicalIds ids;

    IdentifierQuery(FhirCall fhirCall, CrossReferences references, LogicalIds ids) {
        this.fhirCall = fhirCall;
        this.references = references;
        this.ids = ids;
    }

    /// By GET, as the profile wants it; HAPI takes the same by POST.
    @Operation(name = "$ihe-pix", typeName = "Patient", idempotent = true)
    public Parameters find(
            @OperationParam(name = "sourceIdentifier", min = 1, typeName = "string") @Nullable StringType source,
            @OperationParam(name = "targetSystem", typeName = "uri", max = OperationParam.MAX_UNLIMITED) @Nullable
                    List<UriType> targets,
            ServletRequestDetails details) {
        var caller = fhirCall.caller(details, TransactionGroup.PIX, TRANSACTION);
        var token = source == null || source.getValue() == null ? "" : source.getValue();
        var bar = token.lastIndexOf('|');
        if (bar < 1 || bar == token.length() - 1) {
            throw Refusals.bad(IssueType.INVALID, "sourceIdentifier is an assigning authority, | and a value");
        }
        var wanted = targets == null
                ? List.<String>of()
                : targets.stream().map(UriType::getValue).toList();
        var question = FhirCall.question(
                details, TRANSACTION, Map.of("sourceIdentifier", token, "targetSystem", String.join(",", wanted)));
        var reference = references.of(caller, question, token.substring(0, bar), token.substring(bar + 1), wanted);
        return switch (reference) {
            case CrossReference.Known known -> answer(caller, known, wanted.isEmpty());
            case CrossReference.UnknownNumber() ->
                throw Refusals.notFound(IssueSeverity.ERROR, "sourceIdentifier Patient Identifier not found");
            case CrossReference.UnknownSource(var domain) ->
                throw Refusals.bad(IssueType.CODEINVALID, "sourceIdentifier Assigning Authority not found");
            case CrossReference.UnknownTarget(var domain, var place) ->
                throw Refusals.forbidden(IssueType.CODEINVALID, "targetSystem not found");
            case CrossReference.OverLimit() -> throw Refusals.overLimit();
            case CrossReference.IndividualNumber() -> throw Refusals.individualNumber();
        };
    }

    private Parameters answer(Caller caller, CrossReference.Known known, boolean everywhere) {
        var answer = new Parameters();
        known.others()
                .forEach(number ->
                        answer.addParameter().setName("targetIdentifier").setValue(PatientForm.identifier(number)));
        if (everywhere && known.person() != null) {
            answer.addParameter()
                    .setName("targetId")
                    .setValue(new Reference("Patient/" + ids.of(caller.facility(), known.person())));
        }
        return answer;
    }
}
