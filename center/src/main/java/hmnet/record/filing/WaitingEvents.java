package hmnet.record.filing;

import hmnet.ground.figures.WaitingWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest event between modules waits for a listener (通知待ち).
@Configuration(proxyBeanMethods = false)
class WaitingEvents {
    @Bean
    static WaitingWork oldestEvent() {
        return new WaitingWork("notices", """
                select min(publication_date) from event_publication where completion_date is null""");
    }
}
