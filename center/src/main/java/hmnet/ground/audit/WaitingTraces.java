package hmnet.ground.audit;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest event of the log waits for its number (採番待ち): how far the sequencer is behind.
@Configuration(proxyBeanMethods = false)
class WaitingTraces {
    @Bean
    static WatchedQueue oldestTrace() {
        return new WatchedQueue("audit", """
                select min(e.at) from (select event from audit_pending limit 1000) p join audit_event e on e.id = p.event""");
    }
}
