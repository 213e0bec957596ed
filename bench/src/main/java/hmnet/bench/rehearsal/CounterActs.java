package hmnet.bench.rehearsal;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.relations.RelationOrigin;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What people, their counters and the office decide (本人と窓口の決定), each noted in the ledger as far as
/// it survives.
final class CounterActs {
    private final Doors doors;
    private final Cast cast;
    private final SplittableRandom lots;
    private final Ledger ledger;
    private final ArrivedCharts charts;
    private int cards;

    CounterActs(Doors doors, Cast cast, SplittableRandom lots, Ledger ledger, ArrivedCharts charts) {
        this.doors = doors;
        this.cast = cast;
        this.lots = lots;
        this.ledger = ledger;
        this.charts = charts;
    }

    String consents() {
        var person = charts.person();
        var choice = List.of(ConsentChoice.values()).get(lots.nextInt(ConsentChoice.values().length));
        doors.consents().record(person, choice, "paper", ConsentNotice.FIRST, cast.clerks.getFirst());
        ledger.consented(person, choice);
        return person + " " + choice;
    }

    String chosen() {
        var person = charts.person();
        var all = doors.samePersons().of(person);
        doors.consents().choose(person, "asked at the counter", cast.clerks.getFirst());
        ledger.chose(person, all);
        return person + " for " + all;
    }

    String card() {
        var person = charts.person();
        doors.cards().reissue(doors.persons().find(person).orElseThrow(), "lost", cast.clerks.getFirst());
        ledger.cards.add(person);
        return person.toString();
    }

    String ownCard() {
        var person = charts.person();
        var hospital = lots.nextInt(2);
        var held = ledger.disclosureCards.computeIfAbsent(person, p -> new LinkedHashMap<>());
        if (held.containsKey(hospital)) {
            return "has one";
        }
        doors.disclosureCards()
                .register(
                        person,
                        cast.disclosureCard(hospital, ++cards),
                        cast.hospitals.get(hospital),
                        "paper",
                        cast.clerks.getFirst());
        held.put(hospital, false);
        ledger.ownConsents.computeIfAbsent(person, p -> new LinkedHashSet<>()).add(hospital);
        ledger.said(person);
        return person + " of " + hospital;
    }

    String exchanged() {
        var person = charts.person();
        var held = ledger.disclosureCards.getOrDefault(person, Map.of());
        var hospital = held.keySet().stream().findFirst();
        if (hospital.isEmpty()) {
            return "has none";
        }
        var choice = ConsentChoice.EVERYTHING_BUT_SENSITIVE;
        doors.disclosureCards()
                .exchange(
                        doors.persons().find(person).orElseThrow(),
                        cast.hospitals.get(hospital.get()),
                        choice,
                        "paper",
                        ConsentNotice.FIRST,
                        Replay.LAST_DAY,
                        cast.clerks.getFirst());
        held.put(hospital.get(), true);
        ledger.cards.add(person);
        ledger.consented(person, choice);
        return person + " of " + hospital.get();
    }

    String ownConsentWithdrawn() {
        var person = charts.person();
        var hospital = lots.nextInt(2);
        doors.disclosureCards().withdraw(person, cast.hospitals.get(hospital), cast.clerks.getFirst());
        var given =
                ledger.ownConsents.getOrDefault(person, new LinkedHashSet<>()).remove(hospital);
        if (given) {
            ledger.said(person);
        }
        return person + " of " + hospital + ": " + given;
    }

    /// A card is read: one that opens all records, or a hospital's own.
    String caredFor() {
        var person = charts.person();
        var doctor = lots.nextInt(cast.doctors.size());
        var issuer = lots.nextInt(3) == 0 ? cast.hospitals.get(lots.nextInt(2)) : null;
        var begun = doors.relations().begin(cast.doctors.get(doctor), person, RelationOrigin.CARD, issuer);
        if (begun) {
            ledger.began(person, doctor, issuer);
        }
        return person + " by " + doctor + ": " + begun;
    }
}
