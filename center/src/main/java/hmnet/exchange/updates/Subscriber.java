package hmnet.exchange.updates;

import hmnet.ground.directory.FacilityId;
import java.util.List;

/// A facility's system that hears of changed cross-references (通知先).
///
/// @param host in whose name its certificate for servers is
/// @param path of its address for SOAP, such as `/pix`; empty when it hears MLLP
/// @param application MSH-5 of what it is told; by SOAP the object identifier of its device
/// @param name MSH-6; by SOAP the object identifier of the organization
/// @param domains whose numbers it wants, as object identifiers; none = all that it may know
public record Subscriber(
        FacilityId facility,
        String host,
        int port,
        String path,
        String application,
        String name,
        List<String> domains,
        boolean active) {
    /// How it is told.
    public enum Way {
        /// ITI-10.
        MLLP,
        /// ITI-46.
        SOAP
    }

    public Subscriber {
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw new IllegalArgumentException("The path of an address begins with /");
        }
    }

    public Way way() {
        return path.isEmpty() ? Way.MLLP : Way.SOAP;
    }
}
