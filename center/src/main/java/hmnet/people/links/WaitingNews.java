package hmnet.people.links;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest news of a link waits for whoever follows (紐付けの変化の待ち).
@Configuration(proxyBeanMethods = false)
class WaitingNews {
    @Bean
    static WatchedQueue oldestNews() {
        return new WatchedQueue("links", """
                select since from link_news order by id limit 1""");
    }
}
