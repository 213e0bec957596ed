package hmnet.record.filing;

import java.time.Duration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Hands over again what a listener did not finish (通知の再配達): the node fell, or the listener failed. Any
/// node does it, so listeners must bear hearing the same thing twice.
@Component
class Redelivery {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final IncompleteEventPublications publications;

    Redelivery(IncompleteEventPublications publications) {
        this.publications = publications;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    void again() {
        publications.resubmitIncompletePublicationsOlderThan(PATIENCE);
    }
}
