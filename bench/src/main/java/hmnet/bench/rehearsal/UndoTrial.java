package hmnet.bench.rehearsal;

import hmnet.ground.audit.Actor;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import hmnet.people.arrivals.Reviews.ReviewResult;
import hmnet.people.links.LinkOutcome;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The last decisions taken back one by one (直近の取消): each time the view is exactly the one there was
/// before.
final class UndoTrial {
    private static final OffsetDateTime LATE = OffsetDateTime.parse("2030-01-01T00:00:00Z");
    private static final int KINDS = 5;

    private final Doors doors;
    private final Cast cast;
    private final SplittableRandom lots;
    private final Events events;
    private final Supplier<List<String>> seen;
    private final Supplier<Circle> circle;
    private int minutes;

    UndoTrial(
            Doors doors,
            Cast cast,
            SplittableRandom lots,
            Events events,
            Supplier<List<String>> seen,
            Supplier<Circle> circle) {
        this.doors = doors;
        this.cast = cast;
        this.lots = lots;
        this.events = events;
        this.seen = seen;
        this.circle = circle;
    }

    /// @param undone how many were taken back
    record UndoResult(int undone, List<String> differences) {}

    private record UndoableAct(String what, List<String> before, BooleanSupplier back) {}

    UndoResult play(int decisions) {
        var done = new ArrayDeque<UndoableAct>();
        for (var n = 0; n < decisions * 3 && done.size() < decisions; n++) {
            decision().ifPresent(done::push);
        }
        var count = done.size();
        while (!done.isEmpty()) {
            var last = done.pop();
            if (!last.back().getAsBoolean()) {
                return new UndoResult(count, List.of("could not be taken back: " + last.what()));
            }
            var differences = Replay.differing(seen.get(), last.before());
            if (!differences.isEmpty()) {
                var told = new ArrayList<>(List.of("taken back: " + last.what()));
                told.addAll(differences);
                return new UndoResult(count, told);
            }
        }
        return new UndoResult(count, List.of());
    }

    private Optional<UndoableAct> decision() {
        return switch (lots.nextInt(KINDS)) {
            case 0 -> merge();
            case 1 -> join();
            case 2, 3 -> review();
            default -> tie();
        };
    }

    private Optional<UndoableAct> merge() {
        var hospital = lots.nextInt(2);
        var one = lots.nextInt(cast.numbers.size());
        var into = cast.numbers.get((one + 1 + lots.nextInt(cast.numbers.size() - 1)) % cast.numbers.size());
        var number = cast.numbers.get(one);
        var facility = cast.hospitals.get(hospital);
        var a = doors.persons().current(facility, number);
        var b = doors.persons().current(facility, into);
        if (a.isEmpty() || b.isEmpty() || doors.linkage().merged(a.get(), b.get())) {
            return Optional.empty();
        }
        var before = seen.get();
        var at = LATE.plusMinutes(minutes += 2);
        var what = events.said(hospital, number, into, false, "A40", at);
        return Optional.of(new UndoableAct(what, before, () -> {
            events.said(hospital, number, into, true, "A37", at.plusMinutes(1));
            return true;
        }));
    }

    private Optional<UndoableAct> join() {
        var one = cast.persons.get(lots.nextInt(cast.persons.size()));
        var other = cast.persons.get(lots.nextInt(cast.persons.size()));
        var before = seen.get();
        return doors.samePersons().join(one, other, Actor.staff(1), "one human")
                ? Optional.of(new UndoableAct(
                        one + " and " + other + " are one",
                        before,
                        () -> doors.samePersons().part(one, other, Actor.staff(1), "two after all")))
                : Optional.empty();
    }

    private Optional<UndoableAct> review() {
        var asked = doors.linkage().questions(circle.get(), false);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var id = asked.get(lots.nextInt(asked.size()));
        var decision = lots.nextBoolean() ? ReviewDecision.SAME : ReviewDecision.DIFFERENT;
        var before = seen.get();
        return doors.reviews().decide(id, decision, Actor.staff(1)) == ReviewResult.DONE
                ? Optional.of(new UndoableAct(
                        "question " + id + " " + decision,
                        before,
                        () -> doors.reviews().undo(id, Actor.staff(1)) == ReviewResult.DONE))
                : Optional.empty();
    }

    /// Of a chart that is nobody's yet.
    private Optional<UndoableAct> tie() {
        var hospital = lots.nextInt(2);
        var number = cast.numbers.get(lots.nextInt(cast.numbers.size()));
        var person = cast.persons.get(lots.nextInt(cast.persons.size()));
        var chart = doors.persons().current(cast.hospitals.get(hospital), number);
        if (chart.isEmpty()
                || doors.persons().holder(chart.get()).isPresent()
                || doors.linkage().inMerge(chart.get())) {
            return Optional.empty();
        }
        var before = seen.get();
        return doors.relations().tie(cast.desks.get(hospital), person, number) == LinkOutcome.LINKED
                ? Optional.of(new UndoableAct(number + " is tied to " + person, before, () -> {
                    doors.persons().unlink(chart.get(), person, Actor.staff(1), "undone");
                    return true;
                }))
                : Optional.empty();
    }
}
