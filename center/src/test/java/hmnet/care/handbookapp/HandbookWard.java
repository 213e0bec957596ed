package hmnet.care.handbookapp;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident with a medicine, who has a telephone (健康手帳アプリの試験の場).
abstract class HandbookWard extends ResidentWard {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    @Autowired
    protected Proxies proxies;

    @Autowired
    private Persons persons;

    protected final LocalDate today = LocalDate.now(JapaneseDates.JAPAN);
    protected Card card;
    protected PersonId person;
    protected FacilityId hospital;
    private String number;

    @BeforeEach
    void aResidentWithAMedicine() {
        card = card();
        person = card.holder().id();
        hospital = hospital();
        number = number();
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        filed(hospital, papers().profile());
        filed(hospital, papers().prescription("000000000000201", "架空錠１ｍｇ"));
    }

    protected Papers papers() {
        return Papers.of(number).later((int) ChronoUnit.DAYS.between(FIRST, today) - 1);
    }

    /// Takes back that the chart with the medicine is this person's.
    protected void unlink() {
        persons.unlink(persons.current(hospital, number).orElseThrow(), person, office().actor(), "wrong link");
    }

    /// Somebody who has this person's page open.
    protected Browser turned(Browser theirs, Card proxy, ProxyReading reads) {
        return turned(theirs, proxy, reads, false);
    }

    protected Browser turned(Browser theirs, Card proxy, ProxyReading reads, boolean decides) {
        proxies.of(person).forEach(line -> proxies.end(person, line.id(), "error", office()));
        proxies.record(
                new ProxyDraft(
                        person,
                        proxy.holder().id(),
                        ProxyKind.CHOSEN,
                        reads == ProxyReading.NOTHING,
                        decides,
                        reads,
                        today.plusMonths(1),
                        "letter"),
                office());
        theirs.post("/my/whose", Map.of("proxy", representation()));
        return theirs;
    }

    protected String representation() {
        return Long.toString(proxies.of(person).getFirst().id());
    }
}
