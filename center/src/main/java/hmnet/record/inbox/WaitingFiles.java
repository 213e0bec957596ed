package hmnet.record.inbox;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest file waits to be filed (取込み待ち), and to be examined; one that waits for its patient's own
/// demographics is not late. Since when a re-filing that somebody asked for runs.
@Configuration(proxyBeanMethods = false)
class WaitingFiles {
    @Bean
    static WatchedQueue oldestFile() {
        return new WatchedQueue("filing", """
                select received_at from inbox
                 where id = (select id from inbox_waiting where parked_until is null order by id limit 1)""");
    }

    @Bean
    static WatchedQueue oldestUnexamined() {
        return new WatchedQueue("examination", """
                select received_at from inbox
                 where id = (select id from inbox_waiting where unexamined order by id limit 1)""");
    }

    @Bean
    static WatchedQueue oldestRefiling() {
        return new WatchedQueue("refiling", "select min(asked_at) from refiling where finished_at is null");
    }
}
