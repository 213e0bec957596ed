package hmnet.exchange.telegrams;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.ground.directory.FacilityId;
import org.junit.jupiter.api.Test;

/// A machine that was told of as many people as it may be, over MLLP (照会の上限; ITI-9, ITI-21).
class TelegramsOverLimitTest extends Exchanged {
    private Message pix(FacilityId asking, String number) throws Exception {
        return spoken(
                asking,
                header(asking, "QBP^Q23^QBP_Q21"),
                "QPD|IHE PIX Query|T1|" + number + "^^^" + giver(asking) + "|",
                "RCP|I");
    }

    private Message pdq(FacilityId asking, String parameters) throws Exception {
        return spoken(asking, header(asking, "QBP^Q22^QBP_Q21"), "QPD|IHE PDQ Query|T2|" + parameters, "RCP|I");
    }

    private static void assertRefused(Message answer) {
        assertThat(line(answer, "MSA")).startsWith("MSA|AE|");
        assertThat(line(answer, "ERR")).startsWith("ERR||QPD^1^3|207^").contains("Ask again later");
        assertThat(line(answer, "QAK")).matches("QAK\\|T\\d\\|AE");
        assertThat(line(answer, "PID")).isEmpty();
    }

    @Test
    void pixTellsNobodyNewAndNotThatThereIsNobody() throws Exception {
        var here = hospitalFor(TransactionGroup.PIX);
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        tied(here, "1", hanako(born), person);
        tied(hospital(), "2", hanako(born), person);
        var known = birthday();
        var toldBefore = registered(hanako(known), ConsentChoice.EVERYTHING);
        tied(here, "3", hanako(known), toldBefore);
        tied(hospital(), "4", hanako(known), toldBefore);
        sent(here, "5", hanako(birthday()));
        assertThat(line(pix(here, "3"), "QAK")).endsWith("|OK");
        toldOfAsManyAsItMay(here);
        assertRefused(pix(here, "1"));
        assertRefused(pix(here, "no-such-number"));
        assertThat(line(pix(here, "3"), "QAK")).as("told of within the day").endsWith("|OK");
        assertThat(line(pix(here, "5"), "QAK"))
                .as("its own chart that belongs to nobody known")
                .endsWith("|NF");
        assertThat(asked(person)).isEmpty();
        assertStopped(here, "ITI-9", 2);
    }

    @Test
    void pdqTellsNobodyNewAndNotThatThereIsNobody() throws Exception {
        var here = hospitalFor(TransactionGroup.PDQ);
        var born = birthday();
        var person = registered(hanako(born), ConsentChoice.EVERYTHING);
        tied(here, "1", hanako(born), person);
        toldOfAsManyAsItMay(here);
        assertRefused(pdq(here, "@PID.7^" + Hl7Time.hl7(born)));
        assertRefused(pdq(here, "@PID.7^" + Hl7Time.hl7(birthday())));
        assertThat(asked(person)).isEmpty();
        assertStopped(here, "ITI-21", 2);
    }
}
