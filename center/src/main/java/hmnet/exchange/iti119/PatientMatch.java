package hmnet.exchange.iti119;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.fhir.Description;
import hmnet.exchange.fhir.FhirCall;
import hmnet.exchange.fhir.FhirDoor;
import hmnet.exchange.fhir.PatientForm;
import hmnet.exchange.fhir.Refusals;
import hmnet.exchange.personquery.Likenesses;
import hmnet.exchange.personquery.Likenesses.Likeness;
import hmnet.exchange.personquery.PersonMatch;
import hmnet.exchange.personquery.PersonSearch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// `Patient/$match` (患者照合; ITI-119 §2:3.119.4).
@Component
class PatientMatch implements FhirDoor {
    private static final String TRANSACTION = "ITI-119";
    private static final String GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade";
    private static final int DIGITS = 4;
    private final FhirCall fhirCall;
    private final PersonMatch matches;
    private final PatientForm form;

    PatientMatch(FhirCall fhirCall, PersonMatch matches, PatientForm form) {
        this.fhirCall = fhirCall;
        this.matches = matches;
        this.form = form;
    }

    /// By POST with Parameters, or with the Patient alone.
    @Operation(name = "$match", typeName = "Patient")
    public Bundle match(
            @OperationParam(name = "resource") @Nullable Patient described,
            @OperationParam(name = "onlyCertainMatches") @Nullable BooleanType onlyCertain,
            @OperationParam(name = "count") @Nullable IntegerType count,
            ServletRequestDetails details) {
        var caller = fhirCall.caller(details, TransactionGroup.PDQ, TRANSACTION);
        if (described == null) {
            throw Refusals.bad(IssueType.REQUIRED, "the parameter resource is a Patient");
        }
        var said = Description.of(described);
        var question = FhirCall.question(details, TRANSACTION, Description.parameters(described, said));
        var certain = onlyCertain != null && Boolean.TRUE.equals(onlyCertain.getValue());
        var most = count == null || count.getValue() == null ? PersonSearch.TOLD_MAX : count.getValue();
        var found = matches.find(caller, question, said, certain, Math.clamp(most, 0, PersonSearch.TOLD_MAX));
        return switch (found) {
            case Likenesses.Graded(var likenesses) -> bundle(caller, likenesses, details);
            case Likenesses.TooVague() -> throw Refusals.tooVague();
            case Likenesses.OverLimit() -> throw Refusals.overLimit();
            case Likenesses.IndividualNumber() -> throw Refusals.individualNumber();
        };
    }

    private Bundle bundle(Caller caller, List<Likeness> likenesses, ServletRequestDetails details) {
        var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(likenesses.size());
        for (var like : likenesses) {
            var patient = form.of(caller, like.candidate(), like.candidate().identifiers());
            var entry = bundle.addEntry().setResource(patient);
            entry.setFullUrl(details.getFhirServerBase() + "/Patient/"
                    + patient.getIdElement().getIdPart());
            entry.getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH)
                    .setScore(BigDecimal.valueOf(like.score()).setScale(DIGITS, RoundingMode.DOWN))
                    .addExtension(GRADE, new CodeType(like.grade().name().toLowerCase(Locale.ROOT)));
        }
        return bundle;
    }
}
