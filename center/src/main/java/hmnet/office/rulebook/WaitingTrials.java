package hmnet.office.rulebook;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when a trial of a changed rule waits for its figures (ルール変更の試算待ち).
@Configuration(proxyBeanMethods = false)
class WaitingTrials {
    @Bean
    static WatchedQueue oldestTrial() {
        return new WatchedQueue("trials", "select min(asked_at) from rule_trial where finished_at is null");
    }
}
