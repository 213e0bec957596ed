package hmnet.ground.openid;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The addresses of a sub-system as they are typed, one a line (戻り先アドレス). https alone, or this machine.
final class ClientAddresses {
    static final int MOST = 5;
    private static final int LONGEST = 300;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ClientAddresses() {}

    /// Nothing where any of them cannot be used.
    static Optional<List<String>> typed(String lines) {
        var all = lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        return all.size() <= MOST && all.stream().allMatch(ClientAddresses::usable)
                ? Optional.of(all)
                : Optional.empty();
    }

    private static boolean usable(String address) {
        if (address.length() > LONGEST || address.contains("*")) {
            return false;
        }
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && address.chars().allMatch(c -> c > ' ' && c < 127)
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
