package hmnet.ground.mail;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest alert waits for a mail (警報メールの待ち).
@Configuration(proxyBeanMethods = false)
class WaitingMail {
    @Bean
    static WatchedQueue oldestMailAlert() {
        return new WatchedQueue("mail", "select min(at) from mail_alert where sent_at is null");
    }
}
