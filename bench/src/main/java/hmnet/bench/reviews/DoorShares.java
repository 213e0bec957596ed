package hmnet.bench.reviews;

import hmnet.consent.consents.EmergencyDoor;
import java.util.Locale;
import java.util.SplittableRandom;

/// Of a hundred dispatches so many go through each emergency door (救急の入口の割合).
///
/// @param prior the person agreed beforehand
/// @param scene somebody agreed at the scene
/// @param none nobody could be asked
public record DoorShares(double prior, double scene, double none) {
    /// Six of ten have agreed beforehand: a choice, since no network has told its figure. Of the others 10.2 %
    /// could not be asked, the share of those who were carried and were severely ill or dead (重症 8.7 %, 死亡 1.5 %;
    /// 消防庁 平成27年版 救急・救助の現況, year 2014), as if none of these had somebody beside them.
    public static final DoorShares USUAL = new DoorShares(60, 35.9, 4.1);

    private static final double WHOLE = 100;

    public DoorShares {
        if (prior < 0 || scene < 0 || none < 0 || Math.abs(prior + scene + none - WHOLE) > 1e-6) {
            throw new IllegalArgumentException("The shares of the three doors add up to 100, such as 60,35.9,4.1");
        }
    }

    /// `60,35.9,4.1`; empty for the usual ones.
    public static DoorShares of(String words) {
        if (words.isEmpty()) {
            return USUAL;
        }
        var parts = words.split(",", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("The shares of the three doors are three numbers, such as 60,35.9,4.1");
        }
        return new DoorShares(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    /// The door of one dispatch.
    EmergencyDoor draw(SplittableRandom lots) {
        var lot = lots.nextDouble() * WHOLE;
        return lot < prior
                ? EmergencyDoor.PRIOR_CONSENT
                : lot < prior + scene ? EmergencyDoor.SCENE_CONSENT : EmergencyDoor.BREAK_GLASS;
    }

    /// The greatest share without consent of which so many dispatches bring no more reviews than are enough, in
    /// percent; 0 where the samples of the others alone are too many.
    static double mostWithout(int dispatches, int sampledPercent, int enough) {
        var sampled = sampledPercent / WHOLE;
        return sampled >= 1 ? 0 : Math.max(0, ((double) enough / dispatches - sampled) / (1 - sampled) * WHOLE);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s,%s,%s", prior, scene, none);
    }
}
