package hmnet.exchange.telegrams;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.Scope;
import hmnet.formats.base.hl7.Segment;
import java.util.Optional;

/// Who gave a number, as a message names them (発行元, CX.4): a namespace, an object identifier, or both.
///
/// @param repetition of the field, from 1
public record AssigningAuthority(String namespace, String oid, int repetition) {
    public static AssigningAuthority of(Segment segment, int field, int repetition) {
        return new AssigningAuthority(
                segment.sub(field, repetition, 4, 1).strip(),
                segment.sub(field, repetition, 4, 2).strip(),
                repetition);
    }

    public boolean isNamed() {
        return !namespace.isEmpty() || !oid.isEmpty();
    }

    /// What is looked up: the object identifier if there is one, since namespaces are everybody's own. One of ours
    /// beside the object identifier of another is looked up as both together, which nobody has.
    public String name(Domains domains) {
        if (oid.isEmpty() || namespace.isEmpty()) {
            return oid + namespace;
        }
        var named = domains.find(namespace);
        return named.isEmpty() || named.equals(domains.find(oid)) ? oid : namespace + "&" + oid;
    }

    /// The domain it means, as far as the caller may know of it.
    public Optional<Domain> in(Domains domains, Caller caller) {
        return domains.find(name(domains))
                .filter(domain -> domain.facility() != null || caller.scope() == Scope.REGION);
    }
}
