package hmnet.profiles;

import ca.uhn.fhir.context.FhirContext;
import hmnet.formats.base.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/// All definitions of several packages (定義の集まり), each address once.
///
/// Packages carry copies of what others define. Whose own address it is says best what it means; then a copy that is
/// written out in full.
final class Definitions {
    /// Masters of others, of which a package carries an extract: a code it lacks may well be one.
    private static final Set<String> MASTERS = Table.read(Definitions.class, "masters.csv").stream()
            .map(row -> row.get(0))
            .collect(Collectors.toUnmodifiableSet());

    private static final String LOINC = "http://loinc.org";

    private final Map<String, Choice> chosen = new HashMap<>();

    private record Choice(MetadataResource definition, int rank) {}

    static PrePopulatedValidationSupport of(List<ProfilePackage> packages, FhirContext fhir) {
        var all = new Definitions();
        packages.forEach(all::add);
        var support = new PrePopulatedValidationSupport(fhir);
        all.chosen.values().forEach(choice -> support.addResource(choice.definition()));
        return support;
    }

    private void add(ProfilePackage from) {
        for (var definition : from.definitions()) {
            if (definition instanceof CodeSystem codes && codes.getUrl().equals(LOINC)) {
                continue; // two codes of it: value sets that list others would lose them
            }
            if (definition instanceof CodeSystem codes && MASTERS.contains(codes.getUrl())) {
                codes.setContent(CodeSystem.CodeSystemContentMode.FRAGMENT);
            }
            var choice = new Choice(definition, rank(definition, from));
            chosen.merge(
                    definition.fhirType() + " " + definition.getUrl(),
                    choice,
                    (first, later) -> later.rank() > first.rank() ? later : first);
        }
    }

    private static int rank(MetadataResource definition, ProfilePackage from) {
        var own = !from.canonical().isEmpty() && definition.getUrl().startsWith(from.canonical() + "/");
        var full = !(definition instanceof StructureDefinition structure) || structure.hasSnapshot();
        return (own ? 2 : 0) + (full ? 1 : 0);
    }
}
