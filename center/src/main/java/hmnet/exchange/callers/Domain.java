package hmnet.exchange.callers;

import hmnet.ground.directory.FacilityId;
import java.util.Objects;
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

    /// Whether it is the same one, also where another code is known of its facility.
    public boolean is(Domain other) {
        return Objects.equals(facility, other.facility);
    }

    public boolean isOf(FacilityId other) {
        return other.equals(facility);
    }
}
