package hmnet.ground.personcertificates;

import hmnet.ground.mtls.Authorities.CertificateFault;
import hmnet.ground.personcertificates.HcRole.RoleFault;
import java.util.Locale;

/// Why a certificate signs nobody in (証明書の拒否理由), as its user hears it and the audit log writes it.
public enum CertificateRefusal {
    /// None was shown.
    NONE,
    /// Of no CA that counts here.
    STRANGER,
    /// For signing documents (署名用).
    SIGNATURE,
    /// For another purpose, such as a server's.
    OTHER_USE,
    /// Of no policy for the authentication of persons.
    POLICY,
    WEAK,
    NOT_YET,
    EXPIRED,
    REVOKED,
    /// No revocation list that is in force says anything of it.
    UNKNOWABLE,
    /// It names no qualification, or not in the form of HPKI.
    ROLE_UNREADABLE,
    /// It names more than one.
    ROLE_SEVERAL,
    /// It names one that signs nobody in here.
    ROLE_UNKNOWN,
    /// A facility's machine shows it, which is no person.
    MACHINE,
    /// No account has it registered, or no longer.
    NOT_REGISTERED,
    /// Its qualification is not that of the account.
    OTHER_PROFESSION;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CertificateRefusal of(CertificateFault fault) {
        return switch (fault) {
            case STRANGER -> STRANGER;
            case WEAK -> WEAK;
            case NOT_YET -> NOT_YET;
            case EXPIRED -> EXPIRED;
            case REVOKED -> REVOKED;
            case UNKNOWABLE -> UNKNOWABLE;
        };
    }

    static CertificateRefusal of(RoleFault fault) {
        return switch (fault) {
            case MISSING, OVERSIZED, BROKEN -> ROLE_UNREADABLE;
            case SEVERAL -> ROLE_SEVERAL;
            case FOREIGN -> ROLE_UNKNOWN;
        };
    }
}
