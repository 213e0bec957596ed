package hmnet.bench.drill;

import hmnet.bench.stage.Home;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// The fault drills by name (障害訓練の一覧).
public final class Drills {
    private static final Map<String, Drill> BY_NAME = new TreeMap<>(Map.ofEntries(
            Map.entry("kill", new KillDrill()),
            Map.entry("shuffle", new ShuffleDrill()),
            Map.entry("damaged", new DamagedDrill()),
            Map.entry("identity", new IdentityDrill()),
            Map.entry("refile", new RefileDrill()),
            Map.entry("relink", ToldDrill.relink()),
            Map.entry("load", new LoadDrill()),
            Map.entry("flush", new FlushDrill()),
            Map.entry("gateway", new GatewayDrill()),
            Map.entry("fuzz", new FuzzDrill()),
            Map.entry("tamper", ToldDrill.tamper()),
            Map.entry("exposure", ToldDrill.exposure()),
            Map.entry("disclosures", new DisclosuresDrill()),
            Map.entry("disaster", ToldDrill.disaster()),
            Map.entry("reviews", ToldDrill.reviews()),
            Map.entry("verify", ToldDrill.verify()),
            Map.entry("overload", new OverloadDrill()),
            Map.entry("large", new LargeDrill()),
            Map.entry("profiles", new ProfilesDrill())));

    private Drills() {}

    /// All names, for the help text.
    public static String names() {
        return String.join(" | ", BY_NAME.keySet());
    }

    public static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    /// Whether a drill watches system calls, which needs strace.
    public static boolean needsStrace(String name) {
        return BY_NAME.get(name) instanceof FlushDrill;
    }

    /// Runs one drill, prints its verdict and returns whether it passed.
    public static boolean run(String name, Home home, DrillSettings asked) throws IOException {
        var drill = BY_NAME.get(name);
        if (drill == null) {
            throw new IllegalArgumentException("no such drill: " + name);
        }
        var verdict = drill.run(home, asked);
        System.out.println(verdict);
        return verdict.passed();
    }
}
