package hmnet.people.patients;

import hmnet.ground.figures.WatchedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest chart waits to be matched (名寄せ待ち); one that failed and is tried again later is not counted.
@Configuration(proxyBeanMethods = false)
class WaitingCharts {
    @Bean
    static WatchedQueue oldestChart() {
        return new WatchedQueue("matching", """
                select since from match_waiting where parked_until is null order by id limit 1""");
    }
}
