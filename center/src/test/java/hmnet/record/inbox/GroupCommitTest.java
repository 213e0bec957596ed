package hmnet.record.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Many bring something at one moment.
class GroupCommitTest {
    private static final int MANY = 200;
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch first = new CountDownLatch(1);
    private final GroupCommit<Integer, String> commits = new GroupCommit<>(this::work);

    /// The first one is held until all others wait; what is negative cannot be done.
    private List<String> work(List<Integer> group) {
        groups.add(group);
        if (group.contains(0)) {
            wait(first);
        }
        if (group.stream().anyMatch(number -> number < 0)) {
            throw new IllegalStateException("cannot be done");
        }
        return group.stream().map(number -> "kept " + number).toList();
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Each on a thread of its own, all but the first while the first is being done.
    private List<Future<String>> brought(List<Integer> numbers) throws InterruptedException {
        var told = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            told.add(threads.submit(() -> commits.with(0)));
            while (groups.isEmpty()) {
                Thread.sleep(1);
            }
            numbers.forEach(number -> told.add(threads.submit(() -> commits.with(number))));
            while (commits.waiting() < numbers.size()) {
                Thread.sleep(1);
            }
            first.countDown();
        }
        return told;
    }

    @Test
    void eachIsToldOfItsOwnAndTheyShareCommits() throws Exception {
        var numbers = new ArrayList<Integer>();
        for (int n = 1; n < MANY; n++) {
            numbers.add(n);
        }
        var told = brought(numbers);
        for (int n = 0; n < MANY; n++) {
            assertThat(told.get(n).get()).isEqualTo("kept " + n);
        }
        assertThat(groups).hasSizeLessThan(MANY / 10);
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(MANY);
    }

    @Test
    void nobodyFailsForAnothersFault() throws Exception {
        var told = brought(List.of(1, -1, 2));
        assertThat(told.get(1).get()).isEqualTo("kept 1");
        assertThat(told.get(3).get()).isEqualTo("kept 2");
        assertThatThrownBy(() -> told.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("cannot be done");
    }

    @Test
    void whoComesAloneFailsForItsOwnFault() {
        assertThatThrownBy(() -> commits.with(-1)).hasMessage("cannot be done");
        assertThat(groups).containsExactly(List.of(-1));
    }
}
