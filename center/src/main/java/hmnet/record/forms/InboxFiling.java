package hmnet.record.forms;

import hmnet.ground.directory.FacilityId;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.ReceivedFile;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Into the inbox, as a file of the facility (受信箱への保存): it is read, matched, cut into rows and replaced like any other.
@Component
class InboxFiling implements SheetFiling {
    private final Inbox inbox;

    InboxFiling(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void file(FacilityId source, UUID form, byte[] bundle) {
        inbox.keep(source, List.of(ReceivedFile.named("sheet-" + form + ".json", bundle)));
    }
}
