package hmnet.ground.cardsignin;

import hmnet.ground.personcertificates.PersonPort;
import hmnet.ground.signin.SignInAccounts;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells the sign-in pages whether certificates are taken (証明書サインインの案内).
@ControllerAdvice(basePackageClasses = SignInAccounts.class)
class CertificateOffer {
    private final PersonPort port;

    CertificateOffer(PersonPort port) {
        this.port = port;
    }

    @ModelAttribute("certificates")
    boolean certificates() {
        return port.isOpen();
    }
}
