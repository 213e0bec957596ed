package hmnet.exchange.carefeed;

import hmnet.exchange.callers.Domains;
import hmnet.formats.fhirfile.outline.BundleOutline;
import hmnet.formats.fhirfile.outline.BundleOutline.RequestedEntry;
import hmnet.ground.directory.FacilityId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/// Which bundles are taken (受け取るBundle): of four types, that store and ask for nothing else, about patients under the
/// sender's own numbers.
@Component
class BundleTerms {
    private static final Set<String> STORED = Set.of("document", "collection");
    private static final Set<String> REQUESTS = Set.of("transaction", "batch");
    private static final Set<String> METHODS = Set.of("PUT", "POST");

    /// Numbers of any facility of the country, as JP Core names their givers.
    private static final String NATIONAL = "urn:oid:1.2.392.100495.20.3.51.1";

    private final Domains domains;

    BundleTerms(Domains domains) {
        this.domains = domains;
    }

    /// What is wrong with a bundle.
    ///
    /// @param where in it, as a path of FHIR
    record Objection(IssueType kind, String where, String words) {}

    Optional<Objection> objection(FacilityId facility, BundleOutline outline) {
        if (!STORED.contains(outline.type()) && !REQUESTS.contains(outline.type())) {
            return objection(
                    IssueType.NOTSUPPORTED,
                    "Bundle.type",
                    "a document, a collection, a transaction or a batch is taken, not '" + outline.type() + "'");
        }
        if (outline.entries().isEmpty()) {
            return objection(IssueType.REQUIRED, "Bundle.entry", "the bundle is empty");
        }
        if (outline.type().equals("document") && outline.name().isEmpty()) {
            return objection(
                    IssueType.REQUIRED,
                    "Bundle.identifier",
                    "without an identifier or an id nobody can tell this document from the next one");
        }
        var entry = REQUESTS.contains(outline.type()) ? entry(outline.entries()) : Optional.<Objection>empty();
        return entry.isPresent() ? entry : giver(facility, outline);
    }

    private static Optional<Objection> entry(List<RequestedEntry> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(at -> entry(at, entries.get(at)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Objection> entry(int at, RequestedEntry entry) {
        var where = "Bundle.entry[" + at + "]";
        if (!METHODS.contains(entry.method())) {
            return objection(
                    IssueType.NOTSUPPORTED,
                    where + ".request.method",
                    where + " asks for '" + entry.method()
                            + "': only PUT and POST are taken. What was sent by mistake is"
                            + " sent again as entered-in-error");
        }
        return entry.resource().isEmpty()
                ? objection(IssueType.REQUIRED, where + ".resource", where + " has no resource")
                : Optional.empty();
    }

    /// A number of another facility would be taken for a chart number of the sender's.
    private Optional<Objection> giver(FacilityId facility, BundleOutline outline) {
        return outline.givers().stream()
                .filter(system -> domains.find(system)
                        .map(domain -> !domain.isOf(facility))
                        .orElse(system.startsWith(NATIONAL)))
                .findFirst()
                .flatMap(system -> objection(
                        IssueType.VALUE,
                        "Patient.identifier.system",
                        "patients are named by numbers that the sender gives, not by those of " + system))
                .or(() -> hidden(facility, outline));
    }

    /// Where a patient has a number that is surely the sender's, that one must be the one that is read: an
    /// insurer's beside it would be taken for a chart number.
    private Optional<Objection> hidden(FacilityId facility, BundleOutline outline) {
        return outline.named().stream()
                .filter(person -> person.givers().stream().anyMatch(system -> isOwn(facility, system)))
                .filter(person -> !isOwn(facility, person.read()))
                .findFirst()
                .flatMap(person -> objection(
                        IssueType.VALUE,
                        "Patient.identifier",
                        "the number that the sender gives comes first, not that of '" + person.read() + "'"));
    }

    private boolean isOwn(FacilityId facility, String system) {
        return domains.find(system).filter(domain -> domain.isOf(facility)).isPresent();
    }

    private static Optional<Objection> objection(IssueType kind, String where, String words) {
        return Optional.of(new Objection(kind, where, words));
    }
}
