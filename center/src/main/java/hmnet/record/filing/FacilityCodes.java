package hmnet.record.filing;

import hmnet.formats.hl7v2.adt.IdentityMessage.Issuer;
import hmnet.ground.directory.Attributes;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.NumberIssuers;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// A facility names itself by its 医療機関コード (発行元としての医療機関コード), or by the national
/// identifier for the chart numbers of a facility of that code (JP Core: 1.2.392.100495.20.3.51 and 1 with
/// the ten digits).
@Component
class FacilityCodes implements NumberIssuers {
    private static final String NATIONAL = "1.2.392.100495.20.3.51.1";
    private final Attributes attributes;

    FacilityCodes(Attributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public Predicate<Issuer> own(FacilityId facility) {
        var codes = attributes.codesOf(facility);
        return issuer -> issuer.oid().isEmpty()
                ? codes.contains(issuer.namespace())
                : issuer.oid().startsWith(NATIONAL)
                        && codes.contains(issuer.oid().substring(NATIONAL.length()));
    }
}
