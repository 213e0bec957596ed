package hmnet.consent.thirdparty;

import hmnet.consent.decisions.Grant;
import hmnet.ground.directory.FacilityId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whose records an opened view could show, and of which kinds (提供元と提供項目), as the event of the opening says it:
/// `12:3fe 45:20`, a facility's number and a mask of record kinds in hexadecimal. It says what the grant let through
/// and nothing of what there was: a mask that left out what a person has not been told of would tell of it.
public final class ProvidedKinds {
    /// The detail of an event that has it.
    public static final String DETAIL = "from";

    /// Nobody else's records.
    private static final String NONE = "-";

    /// A detail has a thousand characters at most: what would not go in is told as one source more.
    private static final int LENGTH_MAX = 960;

    private static final Pattern ENTRY = Pattern.compile("([0-9]{1,18}):([0-9a-f]{1,15})");
    private static final String MORE = "more";

    private ProvidedKinds() {}

    /// @param kinds mask of those that the view can show
    public static String text(Grant grant, FacilityId reader, long kinds) {
        SortedMap<Long, Long> sources = new TreeMap<>();
        grant.lines().stream()
                .filter(line -> !line.facility().equals(reader) && (line.kinds() & kinds) != 0)
                .forEach(line ->
                        sources.merge(line.facility().value(), line.kinds() & kinds, (some, more) -> some | more));
        if (sources.isEmpty()) {
            return NONE;
        }
        var text = sources.entrySet().stream()
                .map(source -> source.getKey() + ":" + Long.toHexString(source.getValue()))
                .collect(Collectors.joining(" "));
        return text.length() <= LENGTH_MAX ? text : text.substring(0, text.lastIndexOf(' ', LENGTH_MAX)) + " " + MORE;
    }

    /// What an event says.
    ///
    /// @param sources masks of kinds by facility
    /// @param more whether there were others, for which its line had no room
    public record ProvidedSources(Map<FacilityId, Long> sources, boolean more) {}

    /// Nothing where an event of an earlier release says nothing of it.
    public static Optional<ProvidedSources> of(Map<String, String> detail) {
        return Optional.ofNullable(detail.get(DETAIL)).map(ProvidedKinds::read);
    }

    private static ProvidedSources read(String text) {
        var sources = new TreeMap<FacilityId, Long>(Comparator.comparingLong(FacilityId::value));
        var entries = ENTRY.matcher(text);
        while (entries.find()) {
            sources.put(new FacilityId(Long.parseLong(entries.group(1))), Long.parseLong(entries.group(2), 16));
        }
        return new ProvidedSources(sources, text.endsWith(MORE));
    }
}
