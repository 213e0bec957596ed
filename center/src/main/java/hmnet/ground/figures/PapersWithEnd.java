package hmnet.ground.figures;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/// The certificates and revocation lists that a module uses (期限の見張り), as they stand now.
@FunctionalInterface
public interface PapersWithEnd {
    List<PaperWithEnd> now() throws IOException, GeneralSecurityException;
}
