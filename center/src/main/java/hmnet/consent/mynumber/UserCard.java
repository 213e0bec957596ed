package hmnet.consent.mynumber;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/// The edge to a My Number card (マイナンバーカードの窓口): what a reader program must be able to do. The PIN
/// is entered at the reader and stays there; nothing else of the card is read.
interface UserCard {
    /// The user certificate (利用者証明用電子証明書), which holds no name and no individual number.
    X509Certificate certificate() throws GeneralSecurityException;

    /// RSA PKCS #1 v1.5 over SHA-256 of these bytes, by the key of that certificate.
    byte[] sign(byte[] challenge) throws GeneralSecurityException;
}
