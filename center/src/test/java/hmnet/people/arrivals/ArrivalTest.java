package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.matching.SearchKeys;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.filing.Papers;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Charts matched as they arrive (到着時の名寄せ).
class ArrivalTest extends Reception {
    @Test
    void theSameHumanSentByTwoHospitalsBecomesOnePerson() {
        var yuriko = Human.somebody();
        var first = matched(yuriko);
        assertThat(personOf(first)).isEmpty();
        var second = matched(yuriko.living(
                yuriko.address().replace("丁目", "-").replace("番", "-").replace("号", ""), yuriko.phone()));
        assertThat(personOf(first)).isPresent().isEqualTo(personOf(second));
        assertThat(history(first))
                .containsExactly(event("link", "matcher", personOf(first).orElseThrow()));
        assertThat(evidence(first)).contains("生年月日").contains("一致");
    }

    @Test
    void twoWritingsOfOneSurnameAreOne() {
        var kanako = Human.named("髙橋", "加奈枝", "タカハシ", "カナエ");
        var first = matched(kanako);
        var second = matched(kanako.called("高橋", "加奈枝", "カナエ"));
        assertThat(personOf(first)).isPresent().isEqualTo(personOf(second));
    }

    @Test
    void twinsStayTwo() {
        var one = Human.named("例田", "幸代", "レイダ", "サチヨ");
        var first = matched(one);
        var second = matched(one.called("例田", "幸子", "サチコ"));
        assertThat(personOf(first)).isEmpty();
        assertThat(personOf(second)).isEmpty();
    }

    @Test
    void aWrongBirthDateIsAskedAbout() {
        var yuriko = Human.somebody().insured();
        var first = matched(yuriko);
        var second =
                matched(yuriko.born(yuriko.born().plusYears(7).plusMonths(4).plusDays(11)));
        assertThat(personOf(second)).isEmpty();
        assertThat(asked(first)).singleElement().satisfies(review -> {
            assertThat(review.why()).isEqualTo(ReviewReason.LIKELY);
            assertThat(review.evidence())
                    .anySatisfy(item -> assertThat(item.words()).startsWith("生年月日：違う"));
        });
    }

    @Test
    void aBabyIsNeverLinked() {
        var baby = Human.named("型川", "ベビー", "カタガワ", "ベビー").born(LocalDate.of(2026, 3, 30));
        var first = matched(baby);
        var second = matched(baby);
        assertThat(personOf(first)).isEmpty();
        assertThat(personOf(second)).isEmpty();
    }

    @Test
    void theSameChartSentAgainChangesNothing() {
        var hospital = hospital();
        var number = number();
        var yuriko = Human.somebody();
        var elsewhere = matched(yuriko);
        var patient = matched(sent(hospital, number, yuriko));
        var before = history(patient);
        assertThat(sent(hospital, number, yuriko)).isEqualTo(patient);
        assertThat(waits(patient)).isFalse();
        matched(patient);
        assertThat(history(patient)).isEqualTo(before);
        assertThat(history(elsewhere)).hasSize(1);
    }

    @Test
    void aNumberGivenToAnotherHumanIsMatchedAnew() {
        var hospital = hospital();
        var number = number();
        var yuriko = Human.somebody();
        var before = matched(sent(hospital, number, yuriko));
        matched(yuriko);
        var taro = Human.named("試山", "三太", "タメシヤマ", "サンタ");
        var elsewhere = matched(taro);
        var after = matched(sent(hospital, number, taro));
        assertThat(after).isNotEqualTo(before);
        assertThat(personOf(after)).isPresent().isEqualTo(personOf(elsewhere));
        assertThat(personOf(before)).isPresent().isNotEqualTo(personOf(after));
    }

    @Test
    void tenThousandIdenticalNamesCostBoundedWork() {
        var baby = Human.named("模本", "ベビー", "モモト", "ベビー");
        var first = matched(baby);
        var facility = db.sql("select facility from patient where id = ?")
                .param(first.value())
                .query((row, n) -> new FacilityId(row.getLong("facility")))
                .single();
        var numbers = IntStream.range(0, 10_000).mapToObj(n -> "N-" + n).toList();
        var many = db.sql("""
                        with many as (
                            insert into patient (facility, number, born_key, name_key, kana_keys, demographics_at)
                            select facility, n, born_key, name_key, kana_keys, demographics_at
                              from patient, unnest(?::bytea[]) as n where id = ?
                            returning id),
                             found as (insert into search_key (key, patient)
                                       select k.key, many.id from many, search_key k where k.patient = ?)
                        select id from many""")
                .params(sealedNumbers.of(facility, numbers), first.value(), first.value())
                .query((row, n) -> row.getLong("id"))
                .list();
        var sealed = new SealedDemographics(keys());
        db.sql(
                        "update patient p set shown = w.shown from unnest(?::bigint[], ?::bytea[]) as w(id, shown) where p.id = w.id")
                .param(many.toArray(Long[]::new))
                .param(many.stream().map(id -> sealed.seal(id, baby.said())).toArray(byte[][]::new))
                .update();
        var matchSubject = lookalikes.patient(first.value()).orElseThrow();
        assertThat(lookalikes.of(matchSubject, SearchKeys.of(matchSubject.said())))
                .hasSizeLessThanOrEqualTo(100);
        matched(first);
        assertThat(asked(first)).hasSizeLessThanOrEqualTo(3);
        assertThat(personOf(first)).isEmpty();
        db.sql("delete from search_key where key in (select key from search_key where patient = ?)")
                .param(first.value())
                .update();
    }

    @Test
    void aCrashBetweenFilingAndMatchingLosesNone() {
        var hospital = hospital();
        var number = number();
        filed(hospital, Papers.of(number).profile());
        var patient = persons.current(hospital, number).orElseThrow();
        assertThat(waits(patient)).isTrue();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    matched(patient);
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        assertThat(waits(patient)).isTrue();
    }

    @Test
    void matchingGivesNobodyAChart() {
        var here = hospital();
        var number = number();
        var yuriko = Human.somebody();
        var card = cards.issueFor(yuriko.applicant(), office());
        var person = card.holder().id();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", "2026-04", office());
        registeredAgain(person);
        var patient = matched(sent(here, number, yuriko));
        assertThat(personOf(patient)).contains(person);
        var doctor = at(here, Profession.DOCTOR);
        assertThat(opened(doctor, person)).isFalse();
        relations.tie(at(here, Profession.RECEPTION), person, number);
        assertThat(opened(doctor, person)).isTrue();
    }

    @Test
    void whoIsLeftOutIsNeitherMatchedNorFound() {
        var yuriko = Human.somebody();
        var first = matched(yuriko);
        matchExclusions.leave(first, "protected", Actor.staff(1));
        var second = matched(yuriko);
        assertThat(personOf(matched(first))).isEmpty();
        assertThat(personOf(second)).isEmpty();
        assertThat(asked(first)).isEmpty();
        matchExclusions.take(first);
        assertThat(personOf(matched(first))).isPresent().isEqualTo(personOf(second));
    }

    private void registeredAgain(PersonId person) {
        transaction.executeWithoutResult(
                status -> lookalikes.person(person.value()).ifPresent(arrivalMatcher::match));
    }

    private boolean opened(Requester requester, PersonId person) {
        return charts.open(
                requester, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> opening instanceof Opening.Opened);
    }

    private String evidence(PatientId patient) {
        return db.sql("select evidence::text from link_event where patient = ?")
                .param(patient.value())
                .query(String.class)
                .single();
    }
}
