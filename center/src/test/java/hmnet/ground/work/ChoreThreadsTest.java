package hmnet.ground.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;

/// Chores in the pool of the centre, with the centre's own settings: what one does is felt by none of the others.
class ChoreThreadsTest {
    private static final Duration SLEEP = Duration.ofSeconds(3);

    @Test
    void aSleepingChoreDelaysNoOther() throws InterruptedException {
        try (var centre = started()) {
            var chores = centre.getBean(Chores.class);
            Thread.sleep(SLEEP);
            assertThat(chores.sleeping).hasValue(1);
            assertThat(longestGap(chores.quick)).isLessThan(Duration.ofMillis(900));
            assertThat(longestGap(chores.slower)).isLessThan(Duration.ofSeconds(1));
            assertThat(chores.quick).hasSizeGreaterThan(12);
        }
    }

    @Test
    void aChoreThatThrowsGoesOn() throws InterruptedException {
        try (var centre = started()) {
            Thread.sleep(1_500);
            assertThat(centre.getBean(Chores.class).throwing.get()).isGreaterThan(3);
        }
    }

    @Test
    void aChoreRunsOnANamedThread() throws InterruptedException {
        try (var centre = started()) {
            Thread.sleep(500);
            assertThat(centre.getBean(Chores.class).threads).isNotEmpty().allMatch(name -> name.startsWith("chore-"));
        }
    }

    @Test
    void listenersAreCalledBesideThePool() {
        try (var centre = started()) {
            assertThat(centre.getBean("applicationTaskExecutor")).isInstanceOf(SimpleAsyncTaskExecutor.class);
        }
    }

    private static ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(ChoreThreads.class, Boot.class, Chores.class)
                .web(WebApplicationType.NONE)
                .run();
    }

    private static Duration longestGap(List<Long> starts) {
        var times = starts.stream().mapToLong(Long::longValue).toArray();
        var gaps = new long[times.length - 1];
        Arrays.setAll(gaps, n -> times[n + 1] - times[n]);
        return Duration.ofNanos(Arrays.stream(gaps).max().orElseThrow());
    }

    @ImportAutoConfiguration({TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class})
    static class Boot {}

    static class Chores {
        final AtomicInteger sleeping = new AtomicInteger();
        final AtomicInteger throwing = new AtomicInteger();
        final List<Long> quick = new CopyOnWriteArrayList<>();
        final List<Long> slower = new CopyOnWriteArrayList<>();
        final List<String> threads = new CopyOnWriteArrayList<>();

        @Scheduled(fixedDelay = 100)
        void sleep() throws InterruptedException {
            sleeping.incrementAndGet();
            Thread.sleep(SLEEP.plusSeconds(1));
        }

        @Scheduled(fixedDelay = 100)
        void quick() {
            quick.add(System.nanoTime());
            threads.add(Thread.currentThread().getName());
        }

        @Scheduled(fixedDelay = 250)
        void slower() {
            slower.add(System.nanoTime());
        }

        @Scheduled(fixedDelay = 100)
        void fail() {
            throwing.incrementAndGet();
            throw new IllegalStateException("a chore that fails in a test");
        }
    }
}
