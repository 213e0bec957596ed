package hmnet.exchange.auditfeed;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest event waits to be sent to a repository elsewhere (送出待ち).
@Configuration(proxyBeanMethods = false)
class WaitingAuditFeed {
    @Bean
    static WatchedQueue oldestUnsentEvent() {
        return new WatchedQueue("audit-feed", FeedMarks.oldest());
    }
}
