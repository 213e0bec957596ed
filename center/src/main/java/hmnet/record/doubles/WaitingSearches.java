package hmnet.record.doubles;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when a search for doubles that somebody asked for is not finished (重複の検索待ち).
@Configuration(proxyBeanMethods = false)
class WaitingSearches {
    @Bean
    static WatchedQueue oldestSearch() {
        return new WatchedQueue("doubles", "select min(asked_at) from double_search where ended_at is null");
    }
}
