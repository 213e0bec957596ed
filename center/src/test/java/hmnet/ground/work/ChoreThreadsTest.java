package hmnet.ground.work;

import static hmnet.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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
    @Test
    void aSleepingChoreDelaysNoOther() {
        beside(chores -> {
            await(() -> chores.sleeping.get() > 0);
            var before = chores.quick.get();
            var slowerBefore = chores.slower.get();
            await(() -> chores.quick.get() > before + 12 && chores.slower.get() > slowerBefore + 5);
            assertThat(chores.sleeping).as("asleep until the test is over").hasValue(1);
        });
    }

    @Test
    void aChoreThatThrowsGoesOn() {
        beside(chores -> await(() -> chores.throwing.get() > 3));
    }

    @Test
    void aChoreRunsOnANamedThread() {
        beside(chores -> {
            await(() -> !chores.threads.isEmpty());
            assertThat(chores.threads).allMatch(name -> name.startsWith("chore-"));
        });
    }

    @Test
    void listenersAreCalledBesideThePool() {
        try (var centre = started()) {
            assertThat(centre.getBean("applicationTaskExecutor")).isInstanceOf(SimpleAsyncTaskExecutor.class);
            centre.getBean(Chores.class).over.countDown();
        }
    }

    private static void beside(Consumer<Chores> test) {
        try (var centre = started()) {
            var chores = centre.getBean(Chores.class);
            try {
                test.accept(chores);
            } finally {
                chores.over.countDown();
            }
        }
    }

    private static ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(ChoreThreads.class, Boot.class, Chores.class)
                .web(WebApplicationType.NONE)
                .run();
    }

    @ImportAutoConfiguration({TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class})
    static class Boot {}

    static class Chores {
        final CountDownLatch over = new CountDownLatch(1);
        final AtomicInteger sleeping = new AtomicInteger();
        final AtomicInteger throwing = new AtomicInteger();
        final AtomicInteger quick = new AtomicInteger();
        final AtomicInteger slower = new AtomicInteger();
        final Set<String> threads = ConcurrentHashMap.newKeySet();

        @Scheduled(fixedDelay = 100)
        void sleep() throws InterruptedException {
            sleeping.incrementAndGet();
            over.await();
        }

        @Scheduled(fixedDelay = 50)
        void quick() {
            quick.incrementAndGet();
            threads.add(Thread.currentThread().getName());
        }

        @Scheduled(fixedDelay = 100)
        void slower() {
            slower.incrementAndGet();
        }

        @Scheduled(fixedDelay = 50)
        void fail() {
            throwing.incrementAndGet();
            throw new IllegalStateException("a chore that fails in a test");
        }
    }
}
