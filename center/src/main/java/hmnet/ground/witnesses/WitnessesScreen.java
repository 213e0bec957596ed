package hmnet.ground.witnesses;

import hmnet.ground.witnesses.LogVerifications.KeptReport;
import hmnet.ground.witnesses.WitnessSightings.WitnessSighting;
import java.util.List;

/// What the operators see of the watch over the log (監査証跡の立会い).
///
/// @param size how many events the newest checkpoint covers
/// @param key what a witness compares by telephone
/// @param minutes after which a witness counts as silent
record WitnessesScreen(List<WitnessSighting> witnesses, List<KeptReport> reports, long size, String key, long minutes) {
    boolean anySilent() {
        return witnesses.stream().anyMatch(witness -> witness.state() == WitnessSightings.WitnessState.SILENT);
    }
}
