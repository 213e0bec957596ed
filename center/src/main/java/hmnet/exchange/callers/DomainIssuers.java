package hmnet.exchange.callers;

import hmnet.formats.hl7v2.adt.IdentityMessage.Issuer;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.NumberIssuers;
import java.util.function.Predicate;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// A facility's own numbers as feeds may name them (自施設の番号の発行元): by the domain this network knows
/// it under, whether national or under its own arc.
@Component
@Primary
class DomainIssuers implements NumberIssuers {
    private final Domains domains;

    DomainIssuers(Domains domains) {
        this.domains = domains;
    }

    @Override
    public Predicate<Issuer> own(FacilityId facility) {
        return issuer -> domains.find(issuer.oid().isEmpty() ? issuer.namespace() : issuer.oid())
                .filter(domain -> domain.isOf(facility))
                .isPresent();
    }
}
