package hmnet.exchange.fhir;

/// A transaction that FHIR carries (FHIRの取引): its methods name operations of the FHIR server.
public interface FhirDoor {}
