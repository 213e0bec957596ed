package hmnet.exchange;

import hmnet.directory.FacilityId;
import java.util.List;

/// A facility's system that hears of changed cross-references (通知先).
///
/// @param host in whose name its certificate for servers is
/// @param application MSH-5 of what it is told
/// @param name MSH-6
/// @param domains whose numbers it wants, as object identifiers; none = all that it may know
public record Subscriber(
        FacilityId facility,
        String host,
        int port,
        String application,
        String name,
        List<String> domains,
        boolean active) {}
