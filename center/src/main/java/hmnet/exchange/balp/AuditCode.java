package hmnet.exchange.balp;

/// A code of the standards that events are told in (監査の標準コード).
///
/// @param system as FHIR names it
public record AuditCode(String system, String code, String words) {
    /// DICOM's own codes (PS3.16 annex D).
    public static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";

    static final String EVENT_TYPES = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";

    public static AuditCode dicom(int code, String words) {
        return new AuditCode(DCM, Integer.toString(code), words);
    }
}
