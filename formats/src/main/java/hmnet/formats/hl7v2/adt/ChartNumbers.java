package hmnet.formats.hl7v2.adt;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.adt.IdentityMessage.Issuer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The sender's own chart numbers in a field of CX values (患者番号の選別): those whose issuer is the sender,
/// else those without an issuer that are no other kind of number.
public final class ChartNumbers {
    private static final int LENGTH_MAX = 64;
    private static final Set<String> KINDS = Set.of("", "PI", "MR", "PT");

    private ChartNumbers() {}

    public static List<String> in(Segment segment, int field, Predicate<Issuer> own) throws BadMessage {
        var named = new LinkedHashSet<String>();
        var unnamed = new LinkedHashSet<String>();
        var others = 0;
        for (var n = 1; n <= segment.repetitions(field); n++) {
            var number = segment.text(field, n, 1).strip();
            var issuer = issuer(segment, field, n);
            if (number.isEmpty()) {
                continue;
            }
            if (number.length() > LENGTH_MAX || number.chars().anyMatch(Character::isISOControl)) {
                throw new BadMessage("number-missing", segment.name() + "-" + field + " is no chart number");
            }
            if (issuer.unnamed() && KINDS.contains(segment.text(field, n, 5))) {
                unnamed.add(number);
            } else if (!issuer.unnamed() && own.test(issuer)) {
                named.add(number);
            } else {
                others++;
            }
        }
        var numbers = named.isEmpty() ? unnamed : named;
        if (numbers.isEmpty()) {
            throw new BadMessage(others == 0 ? "number-missing" : "domain-unknown", segment.name() + "-" + field);
        }
        return List.copyOf(numbers);
    }

    private static Issuer issuer(Segment segment, int field, int n) {
        return new Issuer(
                segment.sub(field, n, 4, 1).strip(), segment.sub(field, n, 4, 2).strip());
    }
}
