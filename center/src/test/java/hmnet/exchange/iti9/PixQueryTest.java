package hmnet.exchange.iti9;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.util.Terser;
import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.telegrams.Exchanged;
import hmnet.formats.base.hl7.Message;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import org.junit.jupiter.api.Test;

/// PIX queries as hospitals' machines send them, case by case of the profile.
class PixQueryTest extends Exchanged {
    private Message asked(FacilityId asking, String number, String giver, String wanted) throws Exception {
        return spoken(
                asking,
                header(asking, "QBP^Q23^QBP_Q21"),
                "QPD|IHE PIX Query|T1|" + number + "^^^" + giver + "|" + wanted,
                "RCP|I");
    }

    private record Pair(FacilityId here, String number, FacilityId there, String other) {}

    /// One human with a number at two hospitals, both tied.
    private Pair pair(ConsentChoice choice) {
        var born = birthday();
        var person = registered(hanako(born), choice);
        var here = hospitalFor(TransactionGroup.PIX);
        var there = hospital();
        var pair = new Pair(here, number(), there, number());
        tied(here, pair.number(), hanako(born), person);
        tied(there, pair.other(), hanako(born), person);
        return pair;
    }

    @Test
    void aNumberHereIsAnsweredWithTheNumberThere() throws Exception {
        var pair = pair(ConsentChoice.EVERYTHING);
        var answer = asked(pair.here(), pair.number(), giver(pair.here()), "^^^" + giver(pair.there()));
        assertThat(answer.type()).isEqualTo("RSP^K23");
        assertThat(answer.header().text(6)).isEqualTo(domains.of(pair.here()).namespace());
        assertThat(line(answer, "MSA")).startsWith("MSA|AA|M");
        assertThat(line(answer, "QAK")).isEqualTo("QAK|T1|OK");
        assertThat(line(answer, "QPD")).startsWith("QPD|IHE PIX Query|T1|" + pair.number() + "^^^");
        assertThat(line(answer, "PID"))
                .isEqualTo("PID|||" + pair.other() + "^^^" + giver(pair.there()) + "^PI||~^^^^^^S");
    }

    @Test
    void withoutAConsentThereIsNobodyElse() throws Exception {
        var pair = pair(ConsentChoice.EVERYTHING_BUT_SENSITIVE);
        var answer = asked(pair.here(), pair.number(), giver(pair.here()), "");
        assertThat(line(answer, "QAK")).isEqualTo("QAK|T1|NF");
        assertThat(line(answer, "PID")).isEmpty();
    }

    @Test
    void aNumberNobodyHasIsAnUnknownKey() throws Exception {
        var here = hospitalFor(TransactionGroup.PIX);
        var answer = asked(here, "no-such-number", giver(here), "");
        assertThat(line(answer, "MSA")).startsWith("MSA|AE|");
        assertThat(line(answer, "ERR")).startsWith("ERR||QPD^1^3^1^1|204^Unknown key identifier^HL70357|E");
        assertThat(line(answer, "QAK")).isEqualTo("QAK|T1|AE");
    }

    @Test
    void domainsNobodyKnowsAreNamedEach() throws Exception {
        var pair = pair(ConsentChoice.EVERYTHING);
        var source = asked(pair.here(), pair.number(), "&1.2.3.4&ISO", "");
        assertThat(line(source, "ERR")).startsWith("ERR||QPD^1^3^1^4|204");
        var target = asked(
                pair.here(),
                pair.number(),
                giver(pair.here()),
                "^^^&1.2.3&ISO~^^^" + giver(pair.there()) + "~^^^NOBODY");
        assertThat(target.all("ERR")).extracting(error -> error.raw(2)).containsExactly("QPD^1^4^1", "QPD^1^4^3");
        assertThat(line(target, "PID")).isEmpty();
        var regional = asked(pair.here(), "1", "&" + domains.regional().oid() + "&ISO", "");
        assertThat(line(regional, "ERR")).as("not a hospital's business").startsWith("ERR||QPD^1^3^1^4|204");
    }

    @Test
    void whoHasNoRightOrSpeaksInAnothersNameIsTurnedAway() throws Exception {
        var pair = pair(ConsentChoice.EVERYTHING);
        var without = asked(pair.there(), pair.other(), giver(pair.there()), "");
        assertThat(line(without, "MSA")).startsWith("MSA|AR|");
        assertThat(without.first("PID")).isNull();
        var borrowed = spoken(
                pair.here(),
                header(pair.there(), "QBP^Q23^QBP_Q21"),
                "QPD|IHE PIX Query|T1|" + pair.number() + "^^^" + giver(pair.here()),
                "RCP|I");
        assertThat(line(borrowed, "MSA")).startsWith("MSA|AR|");
        assertThat(line(borrowed, "ERR")).startsWith("ERR||MSH^1^4|103");
    }

    /// Protected: the same words as for a number nobody has.
    @Test
    void aProtectedPersonIsUnknown() throws Exception {
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        var here = hospitalFor(TransactionGroup.PIX);
        var number = number();
        tied(here, number, hanako(born), person);
        matchExclusions.leave(person, "protected", Actor.staff(1));
        var closed = asked(here, number, giver(here), "");
        var unknown = asked(here, "0", giver(here), "");
        assertThat(line(closed, "ERR")).isEqualTo(line(unknown, "ERR"));
        assertThat(line(closed, "QAK")).isEqualTo(line(unknown, "QAK"));
    }

    @Test
    void anIndividualNumberIsNeitherTakenNorSaidBackNorKept() throws Exception {
        var here = hospitalFor(TransactionGroup.PIX);
        var answer = asked(here, "123456789018", giver(here), "");
        assertThat(line(answer, "MSA")).startsWith("MSA|AE|");
        assertThat(line(answer, "QPD")).isEqualTo("QPD|IHE PIX Query|T1");
        assertThat(logged("123456789018")).isEmpty();
    }

    /// HAPI frames, sends, receives and reads by itself.
    @Test
    void aClientThatOthersWroteIsUnderstoodAndUnderstands() throws Exception {
        var pair = pair(ConsentChoice.EVERYTHING);
        try (var client = foreign(pair.here())) {
            var answer = client.ask(header(pair.here(), "QBP^Q23^QBP_Q21") + "\rQPD|IHE PIX Query|T9|" + pair.number()
                    + "^^^" + giver(pair.here()) + "\rRCP|I\r");
            var terser = new Terser(answer);
            assertThat(terser.get("MSA-1")).isEqualTo("AA");
            assertThat(terser.get("QAK-2")).isEqualTo("OK");
            assertThat(terser.get("/.PID-3-1")).isEqualTo(pair.other());
            assertThat(terser.get("/.PID-3-4-2"))
                    .isEqualTo(domains.of(pair.there()).oid());
        }
    }
}
