package hmnet.ground.personcertificates;

import hmnet.ground.figures.PaperWithEnd;
import hmnet.ground.figures.PapersWithEnd;
import java.util.List;
import org.springframework.stereotype.Component;

/// What of people's certificates ends by its date (利用者証明書の期限): the port's own, the CAs and their lists.
@Component
class PersonPapers implements PapersWithEnd {
    private final PersonPort port;

    PersonPapers(PersonPort port) {
        this.port = port;
    }

    @Override
    public List<PaperWithEnd> now() {
        return port.papers();
    }
}
