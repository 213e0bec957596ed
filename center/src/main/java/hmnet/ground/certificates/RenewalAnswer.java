package hmnet.ground.certificates;

import java.security.cert.X509Certificate;
import java.util.List;

/// What became of a registration (登録の結果).
sealed interface RenewalAnswer {
    /// In the register, now or already.
    ///
    /// @param chain with those of its CA, where the centre issued it
    /// @param waits whether an operator has to agree before it lets in
    record NextRegistration(List<X509Certificate> chain, boolean waits) implements RenewalAnswer {
        X509Certificate certificate() {
            return chain.getFirst();
        }
    }

    /// @param detail what more there is to say, empty for nothing
    record RefusedRegistration(RenewalObjection objection, String detail) implements RenewalAnswer {
        RefusedRegistration(RenewalObjection objection) {
            this(objection, "");
        }
    }
}
