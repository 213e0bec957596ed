package hmnet.ground.mtls;

import hmnet.ground.figures.PaperWithEnd;
import hmnet.ground.figures.PapersWithEnd;
import java.util.List;
import org.springframework.stereotype.Component;

/// What of mutual TLS ends by its date (相互TLSの期限): the centre's certificate, the CAs of facilities and their
/// lists, as they count at this moment: a new file that cannot be used keeps no old one alive.
@Component
class MachinePapers implements PapersWithEnd {
    private final MachineConnector connector;

    MachinePapers(MachineConnector connector) {
        this.connector = connector;
    }

    @Override
    public List<PaperWithEnd> now() {
        return connector.papers();
    }
}
