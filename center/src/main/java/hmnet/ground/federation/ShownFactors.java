package hmnet.ground.federation;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/// Which factors somebody showed to an identity provider (示された要素; RFC 8176, S002): two count where it says so, or where
/// it names methods of two kinds. A method twice, or two of one kind, is one.
final class ShownFactors {
    private static final String MANY = "mfa";
    private static final Set<String> KNOWN = Set.of("pwd", "pin", "kba");
    private static final Set<String> HELD = Set.of("otp", "hwk", "swk", "sc", "pop");
    private static final Set<String> BODILY = Set.of("fpt", "face", "iris", "retina", "vbm");

    private ShownFactors() {}

    /// @param accepted the value of `acr` that means two factors there; empty where none does
    static boolean two(Collection<String> methods, String acr, String accepted) {
        return methods.contains(MANY)
                || Stream.of(KNOWN, HELD, BODILY)
                                .filter(kind -> methods.stream().anyMatch(kind::contains))
                                .count()
                        >= 2
                || !accepted.isEmpty() && accepted.equals(acr);
    }
}
