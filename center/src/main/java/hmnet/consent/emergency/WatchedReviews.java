package hmnet.consent.emergency;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What waits for a reviewer, and for words, among the figures (審査待ちの監視): they say how long, and nothing of anybody.
@Configuration(proxyBeanMethods = false)
class WatchedReviews {
    @Bean
    WatchedQueue emergencyReviewQueue() {
        return new WatchedQueue("emergency-review", """
                select min(o.opened_at) from emergency_opening o
                 where (o.door = 'break-glass' or o.sampled)
                   and not exists (select from emergency_review v where v.opening = o.id and v.outcome <> 'words')""");
    }

    @Bean
    WatchedQueue emergencyWordsQueue() {
        return new WatchedQueue("emergency-words", """
                select min(o.opened_at) from emergency_opening o
                 where o.door = 'break-glass' and o.handed_from is null and o.words is null
                   and not exists (select from emergency_review v where v.opening = o.id and v.outcome <> 'words')""");
    }
}
