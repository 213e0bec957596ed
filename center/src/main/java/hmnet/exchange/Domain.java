package hmnet.exchange;

import hmnet.directory.FacilityId;
import org.jspecify.annotations.Nullable;

/// Who gives out numbers of patients (識別番号の発行元, assigning authority).
///
/// @param oid as HL7 v3 and CX.4.2 name it, without `urn:oid:`
/// @param namespace as CX.4.1 names it
/// @param facility whose chart numbers they are, or null for 地域共通ID
public record Domain(String oid, String namespace, @Nullable FacilityId facility) {
    /// As FHIR names it.
    public String uri() {
        return "urn:oid:" + oid;
    }

    public boolean isOf(FacilityId other) {
        return other.equals(facility);
    }
}
