package hmnet.bench.rehearsal;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import hmnet.people.links.FacilityMerges;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Patients.ChartNumberHolder;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.Resolution;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// What happens to charts and links (カルテと紐付けの出来事), through the doors that messages and desks use. Each
/// returns a few words on what came of it. Who is left out is followed at once.
final class Events {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    private final Doors doors;
    private final Cast cast;
    private final SplittableRandom lots;
    private final ArrivedCharts charts;
    private int messages;

    Events(Doors doors, Cast cast, SplittableRandom lots, ArrivedCharts charts) {
        this.doors = doors;
        this.cast = cast;
        this.lots = lots;
        this.charts = charts;
    }

    List<PatientId> charts() {
        return charts.come;
    }

    String arrives() {
        var figure = lots.nextInt(cast.figures.size());
        return sent(lots.nextInt(2), numberOf(figure), cast.figures.get(figure));
    }

    /// Whoever has moved tells one hospital first.
    String changes() {
        var figure = lots.nextInt(cast.figures.size());
        cast.figures.set(figure, cast.figures.get(figure).elsewhere());
        return sent(lots.nextInt(2), numberOf(figure), cast.figures.get(figure));
    }

    /// A number is given to another human.
    String reused() {
        return sent(
                lots.nextInt(2),
                cast.numbers.get(lots.nextInt(cast.numbers.size())),
                cast.figures.get(lots.nextInt(cast.figures.size())));
    }

    private String numberOf(int figure) {
        return cast.numbers.get(figure % cast.numbers.size());
    }

    private String sent(int hospital, String number, Figure figure) {
        var patientClaim = new PatientClaim(number, figure.said(), START.plusHours(++messages), true);
        var chart = Objects.requireNonNull(
                doors.transaction().execute(status -> whose(cast.hospitals.get(hospital), patientClaim)));
        charts.came(chart);
        doors.leftOut().follow(List.of(chart));
        return number + " at " + hospital + " is " + figure + ": " + chart.value();
    }

    /// What does not fit waits for a human, who goes by the birth date here.
    private PatientId whose(FacilityId hospital, PatientClaim claim) {
        var patients = doors.patients();
        return switch (Objects.requireNonNull(
                patients.resolve(hospital, List.of(claim)).get(claim))) {
            case Resolution.Known(var patient) -> patient;
            case Resolution.Unclear unclear -> {
                var born = claim.demographics().birthDate();
                var same = patients.holders(hospital, claim.number()).stream()
                        .filter(holder -> Objects.equals(holder.shown().birthDate(), born))
                        .findFirst();
                same.ifPresent(holder -> patients.assign(hospital, claim, holder.patient()));
                yield same.map(ChartNumberHolder::patient).orElseGet(() -> patients.openNext(hospital, claim));
            }
        };
    }

    /// Messages come in an order that is not that of their times.
    String merged(boolean undone) {
        var triggers = undone ? List.of("A37") : List.of("A40", "A24", "A47");
        var trigger = triggers.get(lots.nextInt(triggers.size()));
        var one = cast.numbers.get(lots.nextInt(cast.numbers.size()));
        var other = cast.numbers.get(lots.nextInt(cast.numbers.size()));
        return said(lots.nextInt(2), one, other, undone, trigger, START.plusMinutes(lots.nextInt(50_000)));
    }

    String said(int hospital, String one, String into, boolean undone, String trigger, OffsetDateTime at) {
        var said = new FacilityMerges.MergeStatement(one, into, undone, trigger, at, "R" + ++messages);
        doors.transaction()
                .executeWithoutResult(status -> doors.merges().file(cast.hospitals.get(hospital), List.of(said)));
        for (var number : List.of(one, into)) {
            doors.persons().current(cast.hospitals.get(hospital), number).ifPresent(chart -> {
                charts.came(chart);
                doors.leftOut().follow(List.of(chart));
            });
        }
        return trigger + " " + one + " into " + into + " at " + hospital + " " + at;
    }

    /// Who waits of this sequence is matched, as the worker would.
    String matched(Circle circle) {
        doors.matching()
                .now(
                        circle.patients().stream().map(PatientId::new).collect(Collectors.toSet()),
                        circle.persons().stream().map(PersonId::new).collect(Collectors.toSet()));
        return "";
    }

    String tied() {
        var hospital = lots.nextInt(2);
        var number = cast.numbers.get(lots.nextInt(cast.numbers.size()));
        var person = charts.person();
        var outcome = doors.relations().tie(cast.desks.get(hospital), person, number);
        doors.persons().current(cast.hospitals.get(hospital), number).ifPresent(charts::came);
        return number + " at " + hospital + " to " + person + ": " + outcome;
    }

    String takenBack() {
        var chart = charts.chart();
        var holder = charts.holder(chart);
        holder.ifPresent(person -> doors.transaction()
                .execute(status -> doors.history().takeBack(chart, person, Actor.staff(1), "wrong")));
        return chart.value() + " from " + holder;
    }

    String decided(Circle circle) {
        var asked = doors.linkage().questions(circle, false);
        if (asked.isEmpty()) {
            return "nothing is asked";
        }
        var id = asked.get(lots.nextInt(asked.size()));
        var decision = List.of(ReviewDecision.values()).get(lots.nextInt(ReviewDecision.values().length));
        var why = doors.reviews().find(id).map(review -> review.why().name()).orElse("");
        return id + " " + why + " " + decision + ": " + doors.reviews().decide(id, decision, Actor.staff(1));
    }

    String undone(Circle circle) {
        var decided = doors.linkage().questions(circle, true);
        if (decided.isEmpty()) {
            return "nothing was decided";
        }
        var id = decided.get(lots.nextInt(decided.size()));
        return id + ": " + doors.reviews().undo(id, Actor.staff(1));
    }

    String joined(boolean join) {
        var one = charts.anybody();
        var other = charts.other(one);
        if (one.equals(other)) {
            return "";
        }
        var done = join
                ? doors.samePersons().join(one, other, Actor.staff(1), "one human")
                : doors.samePersons().part(one, other, Actor.staff(1), "two after all");
        return one + " and " + other + ": " + done;
    }
}
