package hmnet.exchange.telegrams;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Attributes;
import hmnet.ground.directory.FacilityId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A hospital got another 医療機関コード; its machines go on under the one they had.
class FormerCodeTest extends Exchanged {
    private static final AtomicInteger CODES = new AtomicInteger(0);

    @Autowired
    Attributes attributes;

    @Autowired
    SenderNames names;

    /// How it was called until today.
    private Domain renamed(FacilityId hospital) throws Exception {
        var former = domains.of(hospital);
        var code = "342%07d".formatted(CODES.incrementAndGet());
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("update facility_attributes set since = since - 30 where facility = " + hospital.value());
            statement.execute("""
                    insert into facility_attributes (facility, since, code, name, owner)
                    values (%d, (now() at time zone 'Asia/Tokyo')::date, '%s', '見本新病院', '見本会')""".formatted(hospital.value(), code));
            connection.commit();
        }
        attributes.turn();
        await(() -> attributes.codesOf(hospital).containsAll(List.of(former.namespace(), code)));
        assertThat(domains.of(hospital).oid()).isNotEqualTo(former.oid());
        return former;
    }

    @Test
    void aMachineAsksAndTellsUnderTheEarlierCodeOnTheDayOfTheNewOne() throws Exception {
        var here = hospitalFor(TransactionGroup.PIX);
        callers.grant(here, TransactionGroup.FEED, hmnet.exchange.callers.Scope.OWN, Actor.CENTRE);
        var number = number();
        sent(here, number, hanako(birthday()));
        var query = header(here, "QBP^Q23^QBP_Q21");
        var feed = header(here, "ADT^A31^ADT_A05");
        var giver = giver(here);
        renamed(here);
        var asked = spoken(here, query, "QPD|IHE PIX Query|T1|" + number + "^^^" + giver, "RCP|I");
        assertThat(line(asked, "MSA")).startsWith("MSA|AA|");
        assertThat(line(asked, "QAK")).isEqualTo("QAK|T1|NF");
        var told =
                spoken(here, feed, "EVN||20261120100000", "PID|||" + number + "^^^" + giver + "^PI||見本^花子", "PV1||N");
        assertThat(line(told, "MSA")).startsWith("MSA|AA|");
    }

    @Test
    void whatItWasCalledAndWhatItIsCalledAreItsNamesAndNobodyElses() throws Exception {
        var here = hospital();
        var former = renamed(here);
        var now = domains.of(here);
        var other = hospital();
        for (var name : List.of(
                former.namespace(), former.oid(), former.oid() + ".7", now.namespace(), now.oid(), now.oid() + ".7")) {
            assertThat(names.areOf(here, "EHR", List.of(name))).as(name).isTrue();
            assertThat(names.areOf(other, "EHR", List.of(name))).as(name).isFalse();
        }
        for (var name : List.of(former.oid(), former.namespace(), now.oid())) {
            assertThat(domains.find(name))
                    .as(name)
                    .hasValueSatisfying(domain -> assertThat(domain.facility()).isEqualTo(here));
        }
        assertThat(names.areOf(here, "EHR", List.of(former.oid() + "7"))).isFalse();
        assertThat(names.areOf(here, "EHR", List.of(""))).isFalse();
    }
}
