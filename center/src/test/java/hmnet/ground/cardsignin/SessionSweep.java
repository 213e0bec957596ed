package hmnet.ground.cardsignin;

import org.springframework.context.ApplicationContext;

/// The chore that ends sessions of certificates, run at once (失効確認の即時実行).
public final class SessionSweep {
    private SessionSweep() {}

    public static void run(ApplicationContext context) {
        context.getBean(CertificateSessions.class).end();
    }
}
