package hmnet.people.relinking;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.ground.audit.Actor;
import hmnet.ground.database.Accounts;
import hmnet.people.arrivals.Human;
import hmnet.people.arrivals.Reception;
import hmnet.people.arrivals.RegionWeights;
import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkageCheck;
import hmnet.people.links.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The whole region matched at once (一括名寄せ).
class RelinkingTest extends Reception {
    @Autowired
    private Accounts accounts;

    private DataSource owner = new DriverManagerDataSource();

    @BeforeEach
    void theOwnersView() {
        owner = new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
    }

    @Test
    void aPlanSaysWhatWouldChangeAndChangesNothing() throws IOException {
        var yuriko = Human.somebody();
        var here = sent(yuriko);
        var there = sent(yuriko);
        assertThat(planned()).hasEntrySatisfying(here.value(), link -> {
            assertThat(link.person()).isNull();
            assertThat(link.like()).isEqualTo(there.value());
            assertThat(link.score()).isGreaterThan(0.99);
        });
        assertThat(personOf(here)).isEmpty();
        assertThat(waits(here)).isTrue();
    }

    @Test
    void chartsThatWaitedBecomeOnePersonWhomTheNextChartFinds() throws IOException {
        var yuriko = Human.somebody();
        var here = sent(yuriko);
        var there = sent(yuriko);
        apply();
        var person = personOf(here).orElseThrow();
        assertThat(personOf(there)).contains(person);
        assertThat(consents.of(person).state()).isEqualTo(ConsentState.NONE);
        assertThat(persons.find(person).orElseThrow().town()).isEqualTo(Person.town(yuriko.address()));
        assertThat(waits(here)).isFalse();
        assertThat(personOf(matched(yuriko))).contains(person);
        assertThat(history(here)).containsExactly(event("link", "matcher", person));
        assertThat(new LinkageCheck(owner).run().sound()).isTrue();
    }

    @Test
    void aChartJoinsThePersonWhomTheOfficeRegistered() throws IOException {
        var yuriko = Human.somebody();
        var person = registered(yuriko);
        var chart = sent(yuriko);
        apply();
        assertThat(personOf(chart)).contains(person);
        assertThat(persons.holder(chart)).isPresent();
    }

    @Test
    void whomAHumanPartedIsLeftToTheWayOfAnArrivingChart() throws IOException {
        var yuriko = Human.somebody();
        var person = registered(yuriko);
        var chart = matched(yuriko);
        persons.unlink(chart, person, Actor.staff(7), "not the same");
        apply();
        assertThat(personOf(chart)).isEmpty();
        assertThat(waits(chart)).isTrue();
        matched(chart);
        assertThat(personOf(chart)).isEmpty();
        assertThat(asked(chart)).hasSize(1);
    }

    @Test
    void whoWasLeftOutIsNeitherPlannedNorLinked() throws IOException {
        var yuriko = Human.somebody();
        var hidden = sent(yuriko);
        matchExclusions.leave(hidden, "protected", Actor.staff(7));
        var other = sent(yuriko);
        assertThat(planned()).doesNotContainKey(hidden.value());
        apply();
        assertThat(personOf(hidden)).isEmpty();
        assertThat(personOf(other)).isEmpty();
    }

    @Test
    void aLinkThatWasMadeAfterThePlanStays() throws IOException {
        var yuriko = Human.somebody();
        var here = sent(yuriko);
        var there = sent(yuriko);
        var relinking = relinking();
        var plan = relinking.plan();
        var holder = registered(Human.somebody());
        transaction.executeWithoutResult(status ->
                new LinkRows(db).link(here.value(), holder.value(), LinkRows.Cause.desk(Actor.staff(7), "desk")));
        relinking.apply(plan, made -> Consents.open(owner, made));
        assertThat(personOf(here)).contains(holder);
        assertThat(personOf(there)).isNotEqualTo(personOf(here));
        assertThat(new LinkageCheck(owner).run().sound()).isTrue();
    }

    @Test
    void whoIsProtectedOrPartedAfterThePlanIsNotLinkedByIt() throws IOException {
        var yuriko = Human.somebody();
        var person = registered(yuriko);
        var parted = sent(yuriko);
        var protectedOne = Human.somebody();
        var hidden = sent(protectedOne);
        var shown = sent(protectedOne);
        var relinking = relinking();
        var plan = relinking.plan();
        matchExclusions.leave(hidden, "protected", Actor.staff(7));
        transaction.executeWithoutResult(status -> {
            var links = new LinkRows(db);
            links.link(parted.value(), person.value(), LinkRows.Cause.matched("match"));
            links.unlink(parted.value(), person.value(), LinkRows.Cause.desk(Actor.staff(7), "not the same"));
        });
        relinking.apply(plan, made -> Consents.open(owner, made));
        assertThat(personOf(hidden)).isEmpty();
        assertThat(personOf(parted)).isEmpty();
        assertThat(waits(parted)).isTrue();
        assertThat(waits(shown)).isTrue();
        assertThat(persons.called(protectedOne.familyKana() + protectedOne.givenKana(), protectedOne.born()))
                .as("nor is anybody made after a chart that is left out")
                .isEmpty();
        assertThat(new LinkageCheck(owner).run().sound()).isTrue();
    }

    @Test
    void whomAHumanCalledDifferentAfterThePlanAreNotLinkedByIt() throws IOException {
        var yuriko = Human.somebody();
        var here = sent(yuriko);
        var there = sent(yuriko);
        var relinking = relinking();
        var plan = relinking.plan();
        db.sql("""
                        insert into match_review (pair, kind, patient, other_patient, score, risk, evidence, spelling, state)
                        values (?, 'LIKELY', ?, ?, 0.9, 0.9, '[]', 0, 'different')""")
                .params("p" + here.value() + " p" + there.value(), here.value(), there.value())
                .update();
        relinking.apply(plan, made -> Consents.open(owner, made));
        assertThat(personOf(here)).isEmpty();
        assertThat(personOf(there)).isEmpty();
        assertThat(waits(here)).isTrue();
        assertThat(waits(there)).isTrue();
    }

    @Test
    void whatIsAlreadyLinkedIsNotPlannedAgain() throws IOException {
        var yuriko = Human.somebody();
        var here = sent(yuriko);
        sent(yuriko);
        apply();
        assertThat(planned()).doesNotContainKey(here.value());
    }

    private Map<Long, RelinkPlan.Link> planned() throws IOException {
        List<RelinkPlan.Link> links = relinking().plan().each();
        return links.stream().collect(Collectors.toMap(RelinkPlan.Link::patient, Function.identity()));
    }

    private void apply() throws IOException {
        var relinking = relinking();
        relinking.apply(relinking.plan(), made -> Consents.open(owner, made));
    }

    private Relinking relinking() throws IOException {
        return new Relinking(owner, keys(), RegionWeights.read(""), line -> {});
    }
}
