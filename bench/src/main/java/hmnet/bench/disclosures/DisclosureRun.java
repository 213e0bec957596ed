package hmnet.bench.disclosures;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.Pause;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The drill on a centre that holds records (開示訓練の実行): clients ask, things are killed, and at the end of each round
/// answers and events of all rounds are held against each other.
public final class DisclosureRun {
    private static final int CLIENTS = 8;

    /// What a client left behind has come to its end by then.
    private static final long SETTLED_MILLIS = 1_500;

    private final CentreProcess centre;
    private final DisclosureClients clients;
    private final List<KillSpan> kills = new ArrayList<>();

    private DisclosureRun(CentreProcess centre, DisclosureClients clients) {
        this.centre = centre;
        this.clients = clients;
    }

    /// Signs everybody in and looks up what there is to ask for; once on a centre.
    public static DisclosureRun on(CentreProcess centre, List<Hospital> hospitals) throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            return new DisclosureRun(
                    centre, new DisclosureClients(centre, DisclosureStage.of(centre, hospitals, http)));
        }
    }

    /// How it stands after a round.
    ///
    /// @param kills how often something was killed
    /// @param log what the check of the whole log said
    public record DisclosureOutcome(DisclosureAccount account, int kills, String log) {
        public boolean passed() {
            return account.isSound() && log.contains("verdict=intact");
        }
    }

    /// So many more requests with so many more kills.
    public DisclosureOutcome play(int times, int strikes, long seed) throws IOException {
        var killer = new DisclosureKills(centre, clients, new Random(seed), strikes, times / (strikes + 1));
        var killing = Thread.ofPlatform().start(killer);
        clients.run(CLIENTS, times, seed, () -> !killer.isOver());
        Pause.until("the last kill", Duration.ofMinutes(1), () -> !killing.isAlive());
        kills.addAll(killer.spans());
        Pause.millis(SETTLED_MILLIS);
        return new DisclosureOutcome(
                DisclosureAccount.of(clients.asked(), MarkedEvents.of(centre), kills),
                kills.size(),
                centre.auditVerdict());
    }
}
