package hmnet.exchange.fhir;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.springframework.stereotype.Component;

/// What the FHIR doors do (CapabilityStatement, 機能宣言): written by hand, so that nothing is promised that no
/// test holds. Public since HAPI calls it by its name.
@Component
public class Capabilities {
    private static final String PDQM = "https://profiles.ihe.net/ITI/PDQm/";
    private static final String PIXM = "https://profiles.ihe.net/ITI/PIXm/";
    private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 21);

    /// HAPI hands its server to whoever declares its capabilities; these need nothing of it.
    public void setRestfulServer(RestfulServer server) {}

    /// For `GET /fhir/metadata`.
    @Metadata
    public CapabilityStatement metadata() {
        var statement = new CapabilityStatement();
        statement.setStatus(PublicationStatus.ACTIVE);
        statement.setDateElement(new DateTimeType(WRITTEN.toString()));
        statement.setKind(CapabilityStatementKind.INSTANCE);
        statement.setFhirVersion(FHIRVersion._4_0_1);
        List.of("json", "xml").forEach(statement::addFormat);
        statement.getSoftware().setName("hmnet");
        statement.getImplementation().setDescription("地域医療情報連携ネットワーク");
        var rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setDescription("Mutual TLS with a facility's registered certificate; a right for each transaction");
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        patient(rest.addResource());
        return statement;
    }

    private static void patient(CapabilityStatementRestResourceComponent patient) {
        patient.setType("Patient");
        patient.setConditionalUpdate(true);
        List.of(TypeRestfulInteraction.READ, TypeRestfulInteraction.SEARCHTYPE, TypeRestfulInteraction.UPDATE)
                .forEach(interaction -> patient.addInteraction().setCode(interaction));
        List.of("_id", "active", "gender", "identifier", "telecom")
                .forEach(name -> patient.addSearchParam().setName(name).setType(SearchParamType.TOKEN));
        List.of("family", "given", "name", "address", "address-city", "address-postalcode")
                .forEach(name -> patient.addSearchParam().setName(name).setType(SearchParamType.STRING));
        patient.addSearchParam().setName("birthdate").setType(SearchParamType.DATE);
        patient.addOperation().setName("match").setDefinition(PDQM + "OperationDefinition/PDQmMatch");
        patient.addOperation().setName("ihe-pix").setDefinition(PIXM + "OperationDefinition/IHE.PIXm.pix");
    }
}
