package hmnet.bench.rehearsal;

import hmnet.ground.audit.Actor;
import hmnet.people.patients.PersonId;
import java.util.SplittableRandom;

/// Who is protected and who is left out (保護と除外の決定), each noted in the ledger as far as it survives.
final class ProtectionActs {
    private final Doors doors;
    private final Cast cast;
    private final SplittableRandom lots;
    private final Ledger ledger;
    private final ArrivedCharts charts;

    ProtectionActs(Doors doors, Cast cast, SplittableRandom lots, Ledger ledger, ArrivedCharts charts) {
        this.doors = doors;
        this.cast = cast;
        this.lots = lots;
        this.ledger = ledger;
        this.charts = charts;
    }

    String guarded() {
        var person = charts.person();
        if (ledger.guarded.contains(person) || ledger.optedOut.contains(person)) {
            return "is already";
        }
        doors.protections().begin(person, Replay.order(cast), cast.clerks.getFirst());
        ledger.guarded(person, doors.samePersons().of(person), cast.doctors.size() - 1);
        return person.toString();
    }

    String guardEnds() {
        var person = ledger.guarded.stream().findFirst();
        person.ifPresent(one -> {
            doors.endings().ask(one, "safe", cast.clerks.getFirst());
            doors.endings().end(one, cast.clerks.getLast());
            ledger.guarded.remove(one);
        });
        return person.map(PersonId::toString).orElse("nobody is protected");
    }

    String leftOut() {
        if (lots.nextBoolean()) {
            var chart = charts.chart();
            doors.leftOut().leave(chart, "opted-out", Actor.staff(1));
            ledger.chartsOut.add(chart);
            return "chart " + chart.value();
        }
        var person = charts.person();
        if (ledger.guarded.contains(person)) {
            return "is already";
        }
        doors.leftOut().leave(person, "opted-out", Actor.staff(1));
        ledger.optedOut.add(person);
        return person.toString();
    }

    String takenIn() {
        var chart = ledger.chartsOut.stream().findFirst();
        if (lots.nextBoolean() && chart.isPresent()) {
            doors.leftOut().take(chart.get());
            ledger.chartsOut.remove(chart.get());
            return "chart " + chart.get().value();
        }
        var person = ledger.optedOut.stream().findFirst();
        person.ifPresent(one -> {
            doors.leftOut().take(one, "opted-out");
            ledger.optedOut.remove(one);
        });
        return person.map(PersonId::toString).orElse("nobody");
    }
}
