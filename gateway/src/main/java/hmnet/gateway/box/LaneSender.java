package hmnet.gateway.box;

import hmnet.gateway.Answer;
import hmnet.gateway.SendResult;
import hmnet.gateway.StorageFile;
import hmnet.gateway.spool.Entry;
import hmnet.gateway.spool.Spool.QueuedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One lane's way of sending (送信単位): what goes in one request, and the request.
record LaneSender(Lane lane, Link link) {
    /// Larger ones go alone and unpacked: memory is short.
    private static final int LARGE = 4 << 20;

    /// The oldest entries; none twice under one name, so that each answer has one owner.
    List<QueuedEntry> batch(int most) throws IOException {
        var head = lane.waiting().head(most, Link.LIMITS.bytes());
        var names = new HashSet<String>();
        var batch = new ArrayList<QueuedEntry>();
        for (var queued : head) {
            var large = queued.entry().bytes().length > LARGE;
            if (!names.add(queued.entry().path()) || large && !batch.isEmpty()) {
                break;
            }
            batch.add(queued);
            if (large) {
                break;
            }
        }
        return batch;
    }

    SendResult send(List<QueuedEntry> batch, Map<String, Answer> answers) {
        var first = batch.getFirst().entry();
        if (first.bytes().length > LARGE) {
            return link.sending().send(lane.door(), file(first), answer -> answers.put(answer.path(), answer));
        }
        var files = batch.stream().map(QueuedEntry::entry).map(LaneSender::file).iterator();
        return link.sending().send(lane.door(), files, answer -> answers.put(answer.path(), answer));
    }

    private static StorageFile file(Entry entry) {
        return new StorageFile(entry.path(), entry.bytes());
    }

    /// What the centre says to one entry by itself; empty when it does not. The entry stays in the queue: sent once
    /// more it is a duplicate.
    Optional<Answer> answer(QueuedEntry queued) throws IOException {
        var answers = new HashMap<String, Answer>();
        return send(List.of(queued), answers) instanceof SendResult.Complete
                ? Optional.ofNullable(answers.get(queued.entry().path()))
                : Optional.empty();
    }
}
