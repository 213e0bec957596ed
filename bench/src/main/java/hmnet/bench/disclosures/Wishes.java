package hmnet.bench.disclosures;

import hmnet.bench.stage.CentreProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What clients draw from (求めの一覧): of each kind some that the quiet centre answered.
final class Wishes {
    private static final InetAddress QUIET = InetAddress.ofLiteral("127.0.0.1");

    /// An emergency door stands open for an hour; after that its share goes to charts.
    private static final Duration OPEN = Duration.ofMinutes(50);

    private final Map<DisclosureKind, List<Wish>> ofKind = new EnumMap<>(DisclosureKind.class);
    private final long shut = System.nanoTime() + OPEN.toNanos();

    /// Tries candidates before anything is killed, and keeps the first so many that are answered as wanted.
    void keep(CentreProcess centre, List<Wish> candidates, int most) throws IOException {
        for (var wish : candidates) {
            var kept = ofKind.computeIfAbsent(wish.kind(), first -> new ArrayList<>());
            if (kept.size() < most
                    && wish.kind().isAnswered(wish.ask(centre, QUIET).status())) {
                kept.add(wish);
            }
        }
    }

    /// The kinds of which nothing was answered.
    List<DisclosureKind> missing() {
        return Arrays.stream(DisclosureKind.values())
                .filter(kind -> ofKind.getOrDefault(kind, List.of()).isEmpty())
                .toList();
    }

    Wish draw(Random random) {
        var kind = kind(random.nextInt(100));
        var still = kind == DisclosureKind.EMERGENCY && System.nanoTime() > shut ? DisclosureKind.CHART : kind;
        var wishes = ofKind.getOrDefault(still, List.of());
        return wishes.get(random.nextInt(wishes.size()));
    }

    private static DisclosureKind kind(int drawn) {
        var lot = drawn;
        for (var kind : DisclosureKind.values()) {
            lot -= kind.share();
            if (lot < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("The shares of the kinds are not a hundred");
    }
}
