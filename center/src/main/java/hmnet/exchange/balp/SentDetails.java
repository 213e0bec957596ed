package hmnet.exchange.balp;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which details of an event leave the centre (外へ出す項目): kinds, counts, numbers and coded words. What somebody typed stays here,
/// and so does every detail that does not stand on this list: it is named, and its value is not told.
final class SentDetails {
    static final String LEFT_OUT = "left-out";
    private static final Set<String> SENT = Set.of(
            "agreed",
            "alert",
            "batch",
            "bytes",
            "charts",
            "check",
            "count",
            "design",
            "door",
            "errand",
            "factor",
            "finding",
            "fingerprint",
            "from",
            "how",
            "inbox",
            "issued",
            "kind",
            "kinds",
            "layout",
            "leaf",
            "lines",
            "list",
            "measure",
            "method",
            "notes",
            "of",
            "opening",
            "page",
            "passkey",
            "policy",
            "proxy",
            "reason",
            "record",
            "review",
            "route",
            "rule",
            "scheme",
            "scope",
            "serial",
            "subject",
            "succession",
            "synced",
            "told",
            "trial",
            "until",
            "version",
            "view");

    private SentDetails() {}

    /// @param elsewhere names of details that have a place of their own
    static SortedMap<String, String> of(Map<String, String> detail, Set<String> elsewhere) {
        var sent = new TreeMap<String, String>();
        var leftOut = new TreeMap<String, String>();
        detail.forEach((name, value) -> (SENT.contains(name) ? sent : leftOut).put(name, VisibleText.of(value)));
        leftOut.keySet().removeAll(elsewhere);
        if (!leftOut.isEmpty()) {
            sent.put(LEFT_OUT, VisibleText.of(String.join(" ", leftOut.keySet())));
        }
        return sent;
    }
}
