package hmnet.ground.certificates;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/// A key that wants a certificate (証明書署名要求, PKCS#10). Its signature says that whoever asks holds the key; of the
/// name in it nothing is used.
record CertificateRequest(PublicKey key) {
    /// Empty for what is no request, or not signed by its own key.
    static Optional<CertificateRequest> read(String pem) {
        try (var reader = new PEMParser(new StringReader(pem))) {
            if (!(reader.readObject() instanceof PKCS10CertificationRequest request)) {
                return Optional.empty();
            }
            var key = new JcaPKCS10CertificationRequest(request).getPublicKey();
            var verifier = new JcaContentVerifierProviderBuilder().build(key);
            return request.isSignatureValid(verifier) ? Optional.of(new CertificateRequest(key)) : Optional.empty();
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
