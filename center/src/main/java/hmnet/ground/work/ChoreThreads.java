package hmnet.ground.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// The pool in which the chores run (定期処理のスレッド). With virtual threads Spring Boot would run every chore
/// with a fixed delay on one single thread, so that a slow one delays all.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ChoreThreads {
    /// At least as many as there are chores, with the two of Modulith: a chore never overlaps itself, so none ever
    /// waits for a thread.
    static final int THREADS = 44;

    private static final int SECONDS_AFTER_INTERRUPT = 5;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var pool = new ThreadPoolTaskScheduler();
        pool.setPoolSize(THREADS);
        pool.setThreadNamePrefix("chore-");
        pool.setRemoveOnCancelPolicy(true);
        pool.setAwaitTerminationSeconds(SECONDS_AFTER_INTERRUPT);
        return pool;
    }
}
