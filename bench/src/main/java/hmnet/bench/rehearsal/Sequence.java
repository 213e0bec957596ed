package hmnet.bench.rehearsal;

import hmnet.people.patients.PatientId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One random sequence of events about a few people (出来事の列), held against what survives of it.
final class Sequence {
    private static final int FIRST = 6;

    private final Doors doors;
    private final Cast cast;
    private final Ledger ledger = new Ledger();
    private final SplittableRandom lots;
    private final Events events;
    private final CounterActs decided;
    private final ProtectionActs protection;
    private final Replay replay;
    private final View view;
    private final List<String> told = new ArrayList<>();

    Sequence(Doors doors, long seed) {
        this.doors = doors;
        this.lots = new SplittableRandom(seed);
        this.cast = new Cast(doors, lots);
        var charts = new ArrivedCharts(doors, cast, lots);
        this.events = new Events(doors, cast, lots, charts);
        this.decided = new CounterActs(doors, cast, lots, ledger, charts);
        this.protection = new ProtectionActs(doors, cast, lots, ledger, charts);
        this.replay = new Replay(doors, cast, ledger);
        this.view = new View(doors, cast);
    }

    /// Plays so many events. Returns in what the state differs from what survives, or what went wrong.
    List<String> play(int steps, boolean lookEachTime) {
        try {
            return told(differences(steps, lookEachTime));
        } catch (RuntimeException e) {
            return told(failed(e));
        }
    }

    private List<String> differences(int steps, boolean lookEachTime) {
        for (var n = 0; n < FIRST; n++) {
            events.arrives();
        }
        for (var n = 0; n < steps; n++) {
            step(List.of(Act.values()).get(lots.nextInt(Act.values().length)));
            if (lookEachTime) {
                var differences = replay.differences(circle());
                if (!differences.isEmpty()) {
                    return differences;
                }
            }
        }
        return replay.differences(circle());
    }

    static List<String> failed(RuntimeException e) {
        var lines = new ArrayList<>(List.of("failed: " + e));
        Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("hmnet."))
                .limit(FIRST)
                .forEach(frame -> lines.add("  at " + frame));
        return lines;
    }

    private List<String> told(List<String> differences) {
        var all = new ArrayList<String>();
        if (!differences.isEmpty()) {
            all.addAll(told);
            all.addAll(differences);
        }
        return all;
    }

    private void step(Act act) {
        told.add(act.name());
        told.set(told.size() - 1, act + " " + perform(act));
        ledger.grouped(cast.persons.stream()
                .map(person -> Set.copyOf(doors.samePersons().of(person)))
                .collect(Collectors.toSet()));
    }

    private String perform(Act act) {
        return switch (act) {
            case ARRIVES -> events.arrives();
            case CHANGES -> events.changes();
            case REUSED -> events.reused();
            case MERGED -> events.merged(false);
            case PARTED -> events.merged(true);
            case MATCHED -> events.matched(circle());
            case TIED -> events.tied();
            case TAKEN_BACK -> events.takenBack();
            case DECIDED -> events.decided(circle());
            case UNDONE -> events.undone(circle());
            case JOINED -> events.joined(true);
            case TWO_AGAIN -> events.joined(false);
            case CONSENTS -> decided.consents();
            case CHOSEN -> decided.chosen();
            case CARD -> decided.card();
            case OWN_CARD -> decided.ownCard();
            case EXCHANGED -> decided.exchanged();
            case OWN_CONSENT_WITHDRAWN -> decided.ownConsentWithdrawn();
            case CARED_FOR -> decided.caredFor();
            case GUARDED -> protection.guarded();
            case GUARD_ENDS -> protection.guardEnds();
            case LEFT_OUT -> protection.leftOut();
            case TAKEN_IN -> protection.takenIn();
            case RELINKED -> lots.nextInt(4) == 0 ? relinked() : "not this time";
        };
    }

    /// The plan changes nothing; carrying it out links what nobody has parted.
    private String relinked() {
        var before = seen();
        var relink = new RegionRelink(doors);
        var plan = relink.plan();
        if (!seen().equals(before)) {
            throw new IllegalStateException("A plan changed what it planned for");
        }
        return relink.apply(plan);
    }

    /// Takes the last decisions back one by one. Returns in what a state differs from the one there was.
    UndoTrial.UndoResult undo(int decisions) {
        try {
            return new UndoTrial(doors, cast, lots, events, this::seen, this::circle).play(decisions);
        } catch (RuntimeException e) {
            return new UndoTrial.UndoResult(0, failed(e));
        }
    }

    private List<String> seen() {
        return Objects.requireNonNull(doors.transaction().execute(status -> view.of(circle(), Map.of())));
    }

    private Circle circle() {
        var patients = new TreeSet<>(java.util.Comparator.comparingLong(PatientId::value));
        patients.addAll(events.charts());
        return doors.linkage().circle(patients, cast.persons);
    }
}
