package hmnet.exchange.iti10;

import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.updates.Carrier;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Update;
import hmnet.exchange.updates.UpdateSettings;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.MessageBuilder.Party;
import hmnet.formats.base.hl7.MessageCharacters;
import hmnet.formats.base.hl7.SegmentBuilder;
import hmnet.ground.mllp.MachineCalls;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Changed numbers as ADT^A31 over MLLP (電文での変更通知; ITI-10 §3.10.4).
@Component
class SpokenUpdates implements Carrier {
    private final MachineCalls lines;
    private final UpdateSettings settings;

    SpokenUpdates(MachineCalls lines, UpdateSettings settings) {
        this.lines = lines;
        this.settings = settings;
    }

    @Override
    public Subscriber.Way way() {
        return Subscriber.Way.MLLP;
    }

    @Override
    public String transaction() {
        return "ITI-10";
    }

    @Override
    public UpdateLine call(Subscriber to) throws IOException {
        return new SpokenCall(to, lines.call(to.host(), to.port(), settings.patience()));
    }

    private record SpokenCall(Subscriber to, MachineCalls.MachineLine line) implements UpdateLine {
        @Override
        public boolean accepted(Update update, String id, OffsetDateTime at) throws IOException {
            return line.accepted(message(update, to, id, at), id);
        }

        @Override
        public void close() throws IOException {
            line.close();
        }
    }

    private static byte[] message(Update update, Subscriber to, String controlId, OffsetDateTime at) {
        var message = new MessageBuilder(MessageCharacters.ISO_IR87);
        message.header(
                new Party(List.of("HMNET"), List.of("HMNET")),
                new Party(List.of(to.application()), List.of(to.name())),
                at,
                "ADT^A31^ADT_A05",
                controlId,
                "2.5");
        message.segment("EVN").set(2, Hl7Time.hl7(at));
        var patient = message.segment("PID");
        number(update.own(), update.own().domain(), patient);
        update.others().forEach(other -> number(other, other.domain(), patient));
        patient.setSecond(5, "", "", "", "", "", "", "S");
        message.segment("PV1").set(2, "N");
        return message.toBytes();
    }

    private static void number(Identifier one, Domain domain, SegmentBuilder patient) {
        patient.addNumber(3, one.value(), domain.namespace(), domain.oid(), "PI");
    }
}
