package hmnet.formats.fhirfile;

import hmnet.formats.base.Unreadable;
import java.util.Set;

/// Where a resource came from (情報の出所). What a facility only saw through a national service is not its
/// own to send.
final class Sources {
    /// The tag by which a facility's system marks what it saw there.
    static final String TAG = "urn:hmnet:source";

    private static final Set<String> NATIONAL = Set.of("onshi", "e-prescription", "ehr-sharing", "mynaportal");

    private Sources() {}

    static void check(Resource resource) throws Unreadable {
        for (var tag : resource.all("meta.tag")) {
            if (tag.text("system").equals(TAG) && NATIONAL.contains(tag.text("code"))) {
                throw new Unreadable(
                        "national-service",
                        resource.node().line(),
                        resource.type() + ".meta.tag",
                        resource.where() + ": seen through " + tag.text("code") + ", not this facility's own");
            }
        }
    }
}
