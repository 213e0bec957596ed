package hmnet.office.proxydesk;

import hmnet.consent.proxies.ProxyReading;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A proxy as the office typed it (代理人の入力).
///
/// @param card the ticket of the represented person
/// @param proxy the number of the proxy's card
record ProxyForm(
        @Nullable String card,
        @Nullable String proxy,
        @Nullable String birth,
        @Nullable String kind,
        @Nullable List<String> scope,
        @Nullable String reads,
        @Nullable String until,
        @Nullable String paper) {
    static final List<String> PAPERS = List.of("family-register", "guardian-register", "letter");
    static final List<String> WHY = List.of("own-word", "proxy-word", "court", "paper", "error");

    static String text(@Nullable String typed) {
        return Optional.ofNullable(typed).orElse("");
    }

    ProxyReading reading() {
        return ProxyReading.of(text(reads)).orElse(ProxyReading.NOTHING);
    }

    boolean opensNothing() {
        return !has("see") && !has("decide") && reading() == ProxyReading.NOTHING;
    }

    boolean has(String part) {
        return scope != null && scope.contains(part);
    }
}
