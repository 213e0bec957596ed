package hmnet.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/// What HAPI's validator says of resources, by the profiles they claim in `meta.profile` (プロファイルによる判定).
///
/// Nothing is fetched: what the folder and FHIR R4 itself do not define is said to be unknown.
final class Judge {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    static final String NOT_JUDGED = "not-judged";
    private final FhirValidator validator = FHIR.newValidator();

    /// No other way is left by which a code of an unknown system is a warning and no error.
    @SuppressWarnings("deprecation")
    Judge(List<ProfilePackage> packages) {
        var unknown = new UnknownCodeSystemWarningValidationSupport(FHIR);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        var chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                Definitions.of(packages, FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR),
                new SnapshotGeneratingValidationSupport(FHIR),
                unknown);
        var instances = new FhirInstanceValidator(chain);
        instances.setAnyExtensionsAllowed(true);
        instances.setErrorForUnknownProfiles(false);
        validator.registerValidatorModule(instances);
    }

    /// @param resource JSON or XML
    List<ValidatorRemark> findings(String resource) {
        try {
            return validator.validateWithResult(resource, new ValidationOptions()).getMessages().stream()
                    .filter(message -> message.getSeverity() != ResultSeverityEnum.INFORMATION)
                    .map(Judge::finding)
                    .toList();
        } catch (RuntimeException e) {
            // Some published profiles contradict themselves, and some resources the validator cannot judge.
            return List.of(new ValidatorRemark(false, NOT_JUDGED, "", String.valueOf(e.getMessage())));
        }
    }

    private static ValidatorRemark finding(SingleValidationMessage message) {
        return new ValidatorRemark(
                message.getSeverity() != ResultSeverityEnum.WARNING,
                Objects.requireNonNullElse(message.getMessageId(), "unnamed"),
                Objects.requireNonNullElse(message.getLocationString(), ""),
                Objects.requireNonNullElse(message.getMessage(), ""));
    }
}
