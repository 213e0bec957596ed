package hmnet.people.patients;

import hmnet.formats.hl7v2.adt.IdentityMessage.Issuer;
import hmnet.ground.directory.FacilityId;
import java.util.function.Predicate;

/// Whose numbers a facility's messages may name as its own (自施設の番号の発行元).
public interface NumberIssuers {
    Predicate<Issuer> own(FacilityId facility);
}
