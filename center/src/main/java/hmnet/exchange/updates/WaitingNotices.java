package hmnet.exchange.updates;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest notice to a facility's machine waits (変更通知の待ち), those that it did not take among them.
@Configuration(proxyBeanMethods = false)
class WaitingNotices {
    @Bean
    static WatchedQueue oldestNotice() {
        return new WatchedQueue("updates", """
                select min(changed_at) from pix_notice""");
    }
}
