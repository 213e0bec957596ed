package hmnet.gateway;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import javax.security.auth.x500.X500Principal;

/// A wish for a certificate (証明書署名要求): PKCS#10 by an EC key, written by hand, because the JDK makes one in no public
/// class and a gateway carries no library for it.
final class SigningRequest {
    private static final byte[] ECDSA_WITH_SHA256 = {
        0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
    };
    private static final byte[] VERSION_1 = {0x02, 0x01, 0x00};
    private static final byte[] NO_ATTRIBUTES = {(byte) 0xa0, 0x00};
    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;

    private SigningRequest() {}

    /// As PEM.
    static String pem(X500Principal subject, KeyPair keys) throws GeneralSecurityException {
        if (!(keys.getPublic() instanceof ECPublicKey)) {
            throw new GeneralSecurityException("Not an EC key");
        }
        var wish = block(
                SEQUENCE, VERSION_1, subject.getEncoded(), keys.getPublic().getEncoded(), NO_ATTRIBUTES);
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(keys.getPrivate());
        signing.update(wish);
        var whole = block(
                SEQUENCE, wish, block(SEQUENCE, ECDSA_WITH_SHA256), block(BIT_STRING, new byte[] {0}, signing.sign()));
        return Identity.pem("CERTIFICATE REQUEST", whole);
    }

    private static byte[] block(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        var length = content.size();
        if (length < 0x80) {
            out.write(length);
        } else {
            var bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
            out.write(0x80 | bytes);
            for (var i = bytes - 1; i >= 0; i--) {
                out.write(length >>> (i * Byte.SIZE));
            }
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
