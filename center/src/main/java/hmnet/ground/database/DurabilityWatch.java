package hmnet.ground.database;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Whether PostgreSQL still writes through to the disk what it acknowledges (確定書込みの見張り), and works for this centre
/// alone: either may change while the centre runs. Then the centre is not ready, and says why.
@Component
public class DurabilityWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DurabilityWatch.class);
    private final Accounts accounts;
    private final SoleCentre sole;
    private volatile Optional<String> unsafe = Optional.empty();

    DurabilityWatch(Accounts accounts, SoleCentre sole) {
        this.accounts = accounts;
        this.sole = sole;
    }

    /// What the last look found wrong, in words for whoever keeps the centre. A database that does not answer changes
    /// nothing.
    public Optional<String> unsafe() {
        return unsafe;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    public void look() {
        try {
            Durability.demand(accounts);
            sole.keep();
            unsafe = Optional.empty();
        } catch (UnsafeSetting found) {
            unsafe = Optional.of(String.valueOf(found.getMessage()));
            LOG.error("ALARM: {}", found.getMessage());
        } catch (IllegalStateException silent) {
            LOG.warn("{}", silent.getMessage());
        }
    }
}
