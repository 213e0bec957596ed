package hmnet.exchange.iti78;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.fhir.FhirCall;
import hmnet.exchange.fhir.FhirDoor;
import hmnet.exchange.fhir.LogicalIds;
import hmnet.exchange.fhir.PatientForm;
import hmnet.exchange.fhir.Refusals;
import hmnet.exchange.personquery.Candidate;
import hmnet.exchange.personquery.Findings;
import hmnet.exchange.personquery.NamePart;
import hmnet.exchange.personquery.PersonSearch;
import hmnet.exchange.personquery.Traits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// `GET Patient?…`, `POST Patient/_search` and `GET Patient/{id}` (患者基本情報照会; ITI-78 §2:3.78.4).
@Component
class PatientQuery implements FhirDoor {
    private static final String TRANSACTION = "ITI-78";
    private final FhirCall fhirCall;
    private final PersonSearch search;
    private final Domains domains;
    private final PatientForm form;
    private final LogicalIds ids;

    PatientQuery(FhirCall fhirCall, PersonSearch search, Domains domains, PatientForm form, LogicalIds ids) {
        this.fhirCall = fhirCall;
        this.search = search;
        this.domains = domains;
        this.form = form;
        this.ids = ids;
    }

    /// All that is asked must hold. Parameters that are none of these are passed over, as the profile wants
    /// it; the answer's self link says which were heard.
    @Search(type = Patient.class, allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "_id") @Nullable TokenParam id,
            @OptionalParam(name = "identifier") @Nullable TokenAndListParam identifier,
            @OptionalParam(name = "family") @Nullable StringAndListParam family,
            @OptionalParam(name = "given") @Nullable StringAndListParam given,
            @OptionalParam(name = "name") @Nullable StringAndListParam name,
            @OptionalParam(name = "birthdate") @Nullable DateRangeParam birthdate,
            @OptionalParam(name = "gender") @Nullable TokenParam gender,
            @OptionalParam(name = "address") @Nullable StringAndListParam address,
            @OptionalParam(name = "address-city") @Nullable StringAndListParam city,
            @OptionalParam(name = "address-postalcode") @Nullable StringAndListParam postalCode,
            @OptionalParam(name = "telecom") @Nullable TokenParam telecom,
            @OptionalParam(name = "active") @Nullable TokenParam active,
            ServletRequestDetails details) {
        var caller = fhirCall.caller(details, TransactionGroup.PDQ, TRANSACTION);
        var traits = Traits.NONE
                .named(Stream.of(
                                PdqmQuery.names(NamePart.NameField.FAMILY, family),
                                PdqmQuery.names(NamePart.NameField.GIVEN, given),
                                PdqmQuery.names(NamePart.NameField.EITHER, name))
                        .flatMap(List::stream)
                        .toList())
                .born(PdqmQuery.day(birthdate))
                .ofSex(text(gender))
                .living(PdqmQuery.text(postalCode), place(PdqmQuery.text(city), PdqmQuery.text(address)))
                .phoned(text(telecom));
        var wanted = PdqmQuery.of(identifier, traits);
        var returned = wanted.domains().stream()
                .map(system -> domains.find(system, caller).orElseThrow(PatientQuery::unknownDomain))
                .toList();
        var candidates = text(active).equals("false")
                ? List.<Candidate>of()
                : id == null ? found(caller, wanted, details) : byId(caller, text(id), wanted, details);
        return bundle(caller, candidates, returned, details);
    }

    /// One patient the caller was told of before.
    @Read(type = Patient.class)
    public Patient read(@IdParam IdType id, ServletRequestDetails details) {
        var caller = fhirCall.caller(details, TransactionGroup.PDQ, TRANSACTION);
        return one(caller, id.getIdPart(), Traits.NONE, details)
                .map(candidate -> form.of(caller, candidate, candidate.identifiers()))
                .orElseThrow(() -> Refusals.notFound(IssueSeverity.ERROR, "no such patient"));
    }

    private List<Candidate> found(Caller caller, PdqmQuery wanted, ServletRequestDetails details) {
        return told(search.find(caller, FhirCall.question(details, TRANSACTION), wanted.traits())).stream()
                .filter(candidate -> wanted.has(candidate.identifiers()))
                .toList();
    }

    private static List<Candidate> told(Findings findings) {
        return switch (findings) {
            case Findings.Found(var candidates) -> candidates;
            case Findings.TooMany(var most) -> throw Refusals.tooMany(most);
            case Findings.TooVague() -> throw Refusals.tooVague();
            case Findings.UnknownDomain(var domain) -> throw unknownDomain();
            case Findings.OverLimit() -> throw Refusals.overLimit();
            case Findings.IndividualNumber() -> throw Refusals.individualNumber();
        };
    }

    private List<Candidate> byId(Caller caller, String id, PdqmQuery wanted, ServletRequestDetails details) {
        return one(caller, id, wanted.traits(), details).stream()
                .filter(wanted::fits)
                .toList();
    }

    private Optional<Candidate> one(Caller caller, String id, Traits traits, ServletRequestDetails details) {
        var question = FhirCall.question(details, TRANSACTION);
        if (search.refused(caller, question, traits)) {
            throw Refusals.individualNumber();
        }
        return ids.person(caller.facility(), id)
                .flatMap(person ->
                        told(search.find(caller, question, person)).stream().findFirst())
                .or(() -> ids.chart(caller.facility(), id)
                        .flatMap(chart -> told(search.find(caller, question, chart)).stream()
                                .findFirst()));
    }

    private Bundle bundle(
            Caller caller, List<Candidate> candidates, List<Domain> returned, ServletRequestDetails details) {
        var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(candidates.size());
        bundle.addLink().setRelation("self").setUrl(SelfLink.of(details));
        for (var candidate : candidates) {
            var numbers = candidate.identifiers().stream()
                    .filter(number -> returned.isEmpty() || returned.contains(number.domain()))
                    .toList();
            var patient = form.of(caller, candidate, numbers);
            var entry = bundle.addEntry().setResource(patient);
            entry.setFullUrl(details.getFhirServerBase() + "/Patient/"
                    + patient.getIdElement().getIdPart());
            entry.getSearch().setMode(Bundle.SearchEntryMode.MATCH);
        }
        return bundle;
    }

    private static RuntimeException unknownDomain() {
        return Refusals.notFound(IssueSeverity.WARNING, "targetSystem not found");
    }

    private static String place(String city, String address) {
        return address.contains(city) ? address : city + address;
    }

    private static String text(@Nullable TokenParam token) {
        return token == null || token.getValue() == null ? "" : token.getValue();
    }
}
