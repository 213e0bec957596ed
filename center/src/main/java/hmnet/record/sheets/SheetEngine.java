package hmnet.record.sheets;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.jspecify.annotations.Nullable;

/// HAPI's engine for FHIRPath (式の実行器). It knows no profiles and no terminology: the types of FHIR by name are
/// all that it is told.
public final class SheetEngine {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final HapiWorkerContext WORKER = new HapiWorkerContext(FHIR, new TypesAlone());

    private SheetEngine() {}

    /// For one thread.
    ///
    /// @param names what the names of expressions mean
    public static FHIRPathEngine with(SheetNames names) {
        var engine = new FHIRPathEngine(WORKER);
        engine.setHostServices(names);
        return engine;
    }

    /// The types of FHIR, without anything of what they hold: enough for `ofType` and `is` (型の名前だけ).
    private static final class TypesAlone implements IValidationSupport {
        private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";

        @Override
        public FhirContext getFhirContext() {
            return FHIR;
        }

        @Override
        public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
            return List.of();
        }

        @Override
        public @Nullable IBaseResource fetchStructureDefinition(String url) {
            var name = url.substring(url.lastIndexOf('/') + 1);
            if (!name.matches("[A-Za-z]{1,40}") || FHIR.getElementDefinition(name) == null) {
                return null;
            }
            var type = new StructureDefinition()
                    .setUrl(BASE + name)
                    .setName(name)
                    .setType(name)
                    .setKind(
                            Character.isLowerCase(name.charAt(0))
                                    ? StructureDefinitionKind.PRIMITIVETYPE
                                    : StructureDefinitionKind.COMPLEXTYPE);
            return name.equals("Element") ? type : type.setBaseDefinition(BASE + "Element");
        }
    }
}
