package hmnet.care.devicecopies;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Looks that were made without a network (通信のない所での閲覧), sent when it is back by whoever uses the device then. Each
/// stands in the log once. The moment is the device's word.
@Component
public class CopyLooks {
    /// By how much the clock of a device may be wrong.
    private static final Duration SLACK = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Audit audit;

    CopyLooks(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /// Notes a look; one that is known changes nothing. A moment outside the copy's time is marked `untimely`.
    ///
    /// @param copy the one that was looked at, handed to the requester's facility
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Requester by, SentLook look, HandedCopy copy, Action action) {
        var fresh = db.sql("insert into copy_look (look, copy, looked_at) values (?, ?, ?) on conflict do nothing")
                        .params(look.look(), look.copy(), look.at())
                        .update()
                == 1;
        if (fresh) {
            audit.write(by.did(
                    action,
                    copy.person(),
                    isTimely(look, copy) ? "told-by-device" : "untimely",
                    Map.of(
                            "copy", copy.copy().toString(),
                            "at", look.at().toInstant().toString(),
                            "handed-to", Long.toString(copy.staff()))));
        }
    }

    private static boolean isTimely(SentLook look, HandedCopy copy) {
        return !look.at().isBefore(copy.at().minus(SLACK))
                && !look.at().isAfter(copy.until().plus(SLACK));
    }

    /// Those of more than a quarter of a year ago stand in the log alone.
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget() {
        db.sql("delete from copy_look where sent_at < now() - interval '90 days'")
                .update();
    }
}
