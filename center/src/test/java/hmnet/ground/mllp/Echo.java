package hmnet.ground.mllp;

import hmnet.ground.mllp.Reply.Acknowledgement;
import java.util.Set;
import org.springframework.stereotype.Component;

/// A conversation of the tests: says back what stands in NTE-3, or fails when it is asked to.
@Component
class Echo implements Transaction {
    @Override
    public Set<String> types() {
        return Set.of("ZZZ^Z01");
    }

    @Override
    public Reply answer(Telegram telegram) {
        var note = telegram.message().first("NTE");
        var said = note == null ? "" : note.text(3);
        if (said.equals("fail")) {
            throw new IllegalStateException("asked to");
        }
        var reply = Reply.acknowledging(telegram, Acknowledgement.AA);
        reply.segment("NTE").set(1, String.valueOf(telegram.facility().value())).set(3, said);
        return reply;
    }
}
