package hmnet.exchange.balp;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which details of an event leave the centre (外へ出す項目): kinds, counts, numbers of our own and coded words. What
/// somebody typed stays here, and so does every detail that does not stand on these lists: it is named, and its value
/// is not told.
final class SentDetails {
    static final String LEFT_OUT = "left-out";
    private static final Set<String> SENT = Set.of(
            "agreed",
            "alert",
            "batch",
            "bytes",
            "charts",
            "check",
            "client",
            "count",
            "design",
            "door",
            "errand",
            "factor",
            "finding",
            "fingerprint",
            "inbox",
            "issued",
            "kind",
            "kinds",
            "leaf",
            "lines",
            "list",
            "measure",
            "method",
            "notes",
            "of",
            "opening",
            "page",
            "paper",
            "passkey",
            "policy",
            "proxy",
            "record",
            "request",
            "review",
            "route",
            "rule",
            "scheme",
            "scope",
            "serial",
            "staff",
            "subject",
            "succession",
            "synced",
            "told",
            "trial",
            "until",
            "view");

    /// A code at one door and typed words at another, so they are told where they look like a code.
    private static final Set<String> SENT_AS_CODES = Set.of("from", "how", "reason", "version");

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");
    private static final Pattern PLAIN = Pattern.compile("[ -~]*");

    private SentDetails() {}

    /// @param elsewhere names of details that have a place of their own
    static SortedMap<String, String> of(Map<String, String> detail, Set<String> elsewhere) {
        var sent = new TreeMap<String, String>();
        var leftOut = new TreeMap<String, String>();
        detail.forEach((name, value) -> (isSent(name, value) ? sent : leftOut).put(name, value));
        sent.keySet().removeAll(elsewhere);
        leftOut.keySet().removeAll(elsewhere);
        if (!leftOut.isEmpty()) {
            sent.put(LEFT_OUT, VisibleText.of(String.join(" ", leftOut.keySet())));
        }
        return sent;
    }

    private static boolean isSent(String name, String value) {
        return SENT.contains(name) && PLAIN.matcher(value).matches()
                || SENT_AS_CODES.contains(name) && CODE.matcher(value).matches();
    }
}
