package hmnet.formats.check.account;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import hmnet.formats.file.FacilityFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out where each field of a format goes (行き先の調べ): fills it with another value, reads the file and
/// looks what differs.
final class Probe {
    /// A field of a scope.
    record Place(String scope, String path) {}

    private static final int TRIES = 12;

    private final Map<Place, Destination> found = new LinkedHashMap<>();
    private final Map<Place, Integer> tried = new HashMap<>();
    private final Map<Place, Integer> replaced = new HashMap<>();
    private Map<Place, Destination> own = Map.of();
    private byte[] last = {};
    private List<FileValue> lastValues = List.of();

    Map<Place, Destination> found() {
        return found;
    }

    /// Fields of which our own files showed less than the samples of others.
    Set<Place> shownBySamples() {
        return found.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(own.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// What follows are samples of others.
    void ownAreDone() {
        own = Map.copyOf(found);
    }

    /// Replaces the values of a file one after the other.
    void replace(String name, byte[] bytes) throws Unreadable {
        var file = Readers.read(name, bytes);
        var values = FileValues.of(file, bytes);
        var editor = Editors.of(file, bytes, values);
        if (editor == null) {
            values.forEach(value -> found.putIfAbsent(new Place(value.scope(), value.path()), Destination.NOT_CARRIED));
            return;
        }
        var said = values.isEmpty() ? null : editor.with(0, values.getFirst().value());
        var base = said == null ? null : ReadOutcome.of(name, said);
        if (base == null || !base.refused().isEmpty()) {
            values.forEach(value -> found.putIfAbsent(new Place(value.scope(), value.path()), Destination.NOT_CARRIED));
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            var place = new Place(values.get(i).scope(), values.get(i).path());
            for (var marker : markers(values.get(i).value())) {
                var known = found.get(place);
                if (known != null && known.compareTo(Destination.IDENTITY) <= 0
                        || replaced.merge(place, 1, Integer::sum) > TRIES) {
                    break;
                }
                var other = editor.with(i, marker);
                if (other != null) {
                    went(place, base, ReadOutcome.of(name, other));
                }
            }
        }
    }

    private void went(Place place, ReadOutcome base, ReadOutcome outcome) {
        // A reader that refuses the file for it has seen it; where it goes, another marker must show.
        var went = outcome.refused().isEmpty() ? base.difference(outcome) : Destination.NOT_CARRIED;
        found.merge(place, went, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    /// Another value of the same looks, then others.
    private static List<String> markers(String value) {
        var markers = new LinkedHashSet<String>();
        for (int i = value.length() - 1; i >= 0 && markers.isEmpty(); i--) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                markers.add(value.substring(0, i) + (char) (c == '9' ? '1' : c + 1) + value.substring(i + 1));
            }
        }
        switch (ValueClass.of(value)) {
            case DATE ->
                markers.add(
                        value.contains("-") ? "2019-07-23" + value.substring(Math.min(10, value.length())) : Spot.DAY);
            case NUMBER -> markers.addAll(List.of(Spot.NUMBER, Spot.WHOLE));
            case CODE, WORDS -> {}
        }
        markers.addAll(List.of(Spot.CODE, Spot.WORDS));
        markers.remove(value);
        return List.copyOf(markers);
    }

    /// @param name as which the file is read
    void look(String name, List<Spot> spots) throws Unreadable {
        var bases = new IdentityHashMap<byte[], ReadOutcome>();
        @Nullable FacilityFile file = null;
        for (var spot : spots) {
            var base = bases.computeIfAbsent(spot.base(), bytes -> ReadOutcome.of(name, bytes));
            if (base.refused().isEmpty()) {
                file = file == null ? Readers.read(name, spot.base()) : file;
                look(name, file, spot, base);
            }
        }
        if (file == null && !spots.isEmpty()) {
            throw new Unreadable("no-base", 0, name, "refused with every field filled");
        }
    }

    private void look(String name, FacilityFile file, Spot spot, ReadOutcome base) {
        for (var marker : spot.markers()) {
            var bytes = spot.with().apply(marker);
            if (bytes.length == 0) {
                continue;
            }
            var place = place(file, spot.base(), bytes);
            if (place == null) {
                continue;
            }
            var known = found.get(place);
            if (known != null && known.compareTo(Destination.IDENTITY) <= 0
                    || tried.merge(place, 1, Integer::sum) > TRIES) {
                return;
            }
            went(place, base, ReadOutcome.of(name, bytes));
        }
    }

    /// The one value that differs.
    private @Nullable Place place(FacilityFile file, byte[] base, byte[] bytes) {
        try {
            if (!Arrays.equals(base, last)) {
                lastValues = FileValues.of(file, base);
                last = base;
            }
            var before = new HashMap<FileValue, Integer>();
            lastValues.forEach(value -> before.merge(value, 1, Integer::sum));
            @Nullable FileValue only = null;
            for (var value : FileValues.of(file, bytes)) {
                if (before.merge(value, -1, Integer::sum) < 0) {
                    if (only != null) {
                        return null;
                    }
                    only = value;
                }
            }
            return only == null ? null : new Place(only.scope(), only.path());
        } catch (Unreadable e) {
            return null;
        }
    }
}
