package hmnet.office.proxydesk;

import hmnet.consent.proxies.Proxies.ProxyLine;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who represents a person, at the office (代理人の窓口の画面).
///
/// @param card a ticket of this page
/// @param died the recorded day, or null
/// @param told what was just done, or null
/// @param problem what cannot be used, as in `proxydesk.problem.…`, or null
public record ProxyDeskScreen(
        String name,
        LocalDate birth,
        String card,
        List<ProxyLine> lines,
        @Nullable LocalDate died,
        @Nullable String told,
        @Nullable String problem) {}
