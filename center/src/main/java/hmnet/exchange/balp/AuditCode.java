package hmnet.exchange.balp;

/// A code of the standards that events are told in (監査の標準コード).
///
/// @param system as FHIR names it
public record AuditCode(String system, String code, String words) {
    /// DICOM's own codes (PS3.16 annex D).
    public static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";

    static final String EVENT_TYPES = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";

    /// Where something came from, and where it went.
    public static final AuditCode SOURCE = dicom(110153, "Source Role ID");

    public static final AuditCode DESTINATION = dicom(110152, "Destination Role ID");

    public static AuditCode dicom(int code, String words) {
        return new AuditCode(DCM, Integer.toString(code), words);
    }
}
