package hmnet.ground.mtls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/// Whom the centre believes when it calls a facility's machine (発信先証明書の検証): a certificate for
/// servers under a facility CA, judged as hard as a caller's. No extended trust manager, so that Java itself
/// compares the host name.
final class CalledTrust implements X509TrustManager {
    private final FacilityTrust trust;

    CalledTrust(FacilityTrust trust) {
        this.trust = trust;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        trust.demandServer(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("Nobody calls in on this connection");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
