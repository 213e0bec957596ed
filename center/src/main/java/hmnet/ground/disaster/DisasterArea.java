package hmnet.ground.disaster;

import hmnet.ground.directory.Facility;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// For which municipalities a disaster mode holds (災害時モードの区域): each by the name with which addresses of it begin,
/// without the prefecture. None means the whole region.
public record DisasterArea(List<String> towns) {
    static final int TOWNS_MAX = 30;
    private static final int TOWN_MAX = 30;
    private static final Pattern PREFECTURE = Pattern.compile("^(北海道|東京都|大阪府|京都府|\\p{IsHan}{2,3}県)");
    private static final Pattern TOWN = Pattern.compile("\\S{1,28}[市区町村]");

    public DisasterArea {
        towns = List.copyOf(towns);
        if (towns.size() > TOWNS_MAX) {
            throw new IllegalArgumentException("A disaster mode names at most " + TOWNS_MAX + " municipalities");
        }
    }

    /// Of the lines of a form; an empty one names nobody. Nothing where it names more than a mode may.
    static Optional<DisasterArea> typed(String lines) {
        var towns = Arrays.stream(lines.split("[\\r\\n、,，]+", -1))
                .map(DisasterArea::folded)
                .filter(town -> !town.isEmpty())
                .distinct()
                .limit(TOWNS_MAX + 1L)
                .toList();
        return towns.size() > TOWNS_MAX ? Optional.empty() : Optional.of(new DisasterArea(towns));
    }

    /// Names that are those of no municipality: 市, 区, 町 or 村 ends one.
    List<String> odd() {
        return towns.stream()
                .filter(town -> town.length() > TOWN_MAX || !TOWN.matcher(town).matches())
                .toList();
    }

    public boolean isRegion() {
        return towns.isEmpty();
    }

    /// Whether a facility lies in it.
    public boolean covers(Facility facility) {
        return isRegion() || holds(facility.address());
    }

    /// Whether an address lies in one of its municipalities.
    public boolean holds(String address) {
        var place = folded(address);
        return towns.stream().anyMatch(place::startsWith);
    }

    private static String folded(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[\\s　]+", "");
        return PREFECTURE.matcher(plain).replaceFirst("");
    }
}
