package hmnet.record.filing;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest event between modules waits for a listener (通知待ち).
@Configuration(proxyBeanMethods = false)
class WaitingEvents {
    @Bean
    static WatchedQueue oldestEvent() {
        return new WatchedQueue("notices", """
                select min(publication_date) from event_publication where completion_date is null""");
    }
}
