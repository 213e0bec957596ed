package hmnet.ground.mtls;

import hmnet.ground.figures.PaperWithEnd;
import hmnet.ground.figures.PapersWithEnd;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.springframework.stereotype.Component;

/// What of mutual TLS ends by its date (相互TLSの期限): the centre's certificate, the CAs of facilities and their
/// lists, as the files hold them.
@Component
class MachinePapers implements PapersWithEnd {
    private static final String USE = "mtls";

    private final MtlsSettings settings;

    MachinePapers(MtlsSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<PaperWithEnd> now() throws IOException, GeneralSecurityException {
        if (settings.absent()) {
            return List.of();
        }
        var papers = new ArrayList<PaperWithEnd>();
        var own = Pem.certificates(settings.certificateFile()).getFirst();
        papers.add(paper(
                "certificate", own.getSubjectX500Principal(), own.getNotAfter().toInstant()));
        for (var authority : settings.cas()) {
            papers.add(paper(
                    "authority",
                    authority.getSubjectX500Principal(),
                    authority.getNotAfter().toInstant()));
        }
        for (var file : settings.crlFiles()) {
            for (var list : Pem.revocationLists(file)) {
                var due = list.getNextUpdate();
                papers.add(paper(
                        "revocation-list",
                        list.getIssuerX500Principal(),
                        due == null ? list.getThisUpdate().toInstant() : due.toInstant()));
            }
        }
        return papers;
    }

    private static PaperWithEnd paper(String kind, X500Principal name, Instant end) {
        return new PaperWithEnd(kind, USE, name.getName(), end);
    }
}
