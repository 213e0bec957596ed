package hmnet.ground.personcertificates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/// What a certificate of a person or device shall be like (試験用の利用者証明書).
///
/// @param name the common name
/// @param policy empty for none
/// @param uses empty for no extended key usage
/// @param role the extension `subjectDirectoryAttributes` as its bytes; null for none
public record PersonWish(
        String name,
        int usage,
        List<KeyPurposeId> uses,
        String policy,
        byte @Nullable [] role,
        String key,
        int bits,
        String signature,
        Instant from,
        Instant until) {
    public static final String HPKI_AUTHENTICATION = "1.2.392.100495.1.5.1.2.3.1";

    /// The authentication certificate of an HPKI card.
    public static PersonWish card(String role) {
        return device("HIROSHIMA TARO").policy(HPKI_AUTHENTICATION).role(HcRoleBytes.of(HcRoleBytes.JAPAN, role));
    }

    /// That of a facility's device.
    public static PersonWish device(String name) {
        var now = Instant.now();
        return new PersonWish(
                name,
                KeyUsage.digitalSignature,
                List.of(KeyPurposeId.id_kp_clientAuth),
                "",
                null,
                "EC",
                256,
                "SHA256withECDSA",
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(30)));
    }

    public PersonWish usage(int other) {
        return new PersonWish(name, other, uses, policy, role, key, bits, signature, from, until);
    }

    public PersonWish extended(KeyPurposeId... others) {
        return new PersonWish(name, usage, List.of(others), policy, role, key, bits, signature, from, until);
    }

    public PersonWish policy(String other) {
        return new PersonWish(name, usage, uses, other, role, key, bits, signature, from, until);
    }

    public PersonWish role(byte @Nullable [] other) {
        return new PersonWish(name, usage, uses, policy, other, key, bits, signature, from, until);
    }

    public PersonWish key(String other, int length) {
        return new PersonWish(name, usage, uses, policy, role, other, length, signature, from, until);
    }

    public PersonWish between(Instant first, Instant last) {
        return new PersonWish(name, usage, uses, policy, role, key, bits, signature, first, last);
    }
}
