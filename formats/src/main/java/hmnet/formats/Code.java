package hmnet.formats;

/// A code as it was sent (コード), its coding system as FHIR names it.
public record Code(String system, String code, String display) {}
