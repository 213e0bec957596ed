package hmnet.record.terminology;

import hmnet.formats.model.terms.CodeTable;
import hmnet.formats.model.terms.Terms;
import hmnet.formats.model.terms.TermsFolder;
import hmnet.ground.directory.Attributes;
import hmnet.ground.directory.FacilityId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The code tables of the folder `HMNET_TERMS` (コード表), read once at the start; none where no folder is
/// named.
@Component
public class CodeTables {
    private static final Logger LOG = LoggerFactory.getLogger(CodeTables.class);

    private final Attributes attributes;
    private final TermsFolder folder;
    private final Map<Set<String>, Terms> ofFacilities = new ConcurrentHashMap<>();

    CodeTables(Attributes attributes, TermSettings settings) throws IOException {
        var folder = settings.terms();
        this.attributes = attributes;
        this.folder = folder.isBlank() ? new TermsFolder(Terms.NONE, List.of()) : TermsFolder.read(Path.of(folder));
        this.folder
                .refused()
                .forEach(refused -> LOG.warn(
                        "The code table {} is not used: {} {}",
                        refused.file(),
                        refused.note().code(),
                        refused.note().text()));
    }

    /// Those that explain the codes of a facility: everybody's and its own, under any code it ever had.
    public Terms of(FacilityId facility) {
        return all().isEmpty()
                ? Terms.NONE
                : ofFacilities.computeIfAbsent(attributes.codesOf(facility), folder.terms()::forFacility);
    }

    public List<CodeTable> all() {
        return folder.terms().tables();
    }

    /// Files of the folder that could not be read.
    public List<TermsFolder.RefusedTableFile> refused() {
        return folder.refused();
    }
}
