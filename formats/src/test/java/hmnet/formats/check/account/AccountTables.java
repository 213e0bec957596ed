package hmnet.formats.check.account;

import hmnet.formats.base.Table;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.account.Probe.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes the tables of where each field goes (行き先の表の作成), from what probes of every format find and what
/// `by-hand.csv` says.
public final class AccountTables {
    private static final List<HandLine> BY_HAND = Table.read(AccountTables.class, "by-hand.csv").stream()
            .map(HandLine::of)
            .toList();

    /// Behind the name of a field of which only a sample of others shows where it goes.
    static final String SAMPLE = " (sample)";

    private AccountTables() {}

    /// What somebody wrote down.
    private record HandLine(List<String> formats, Pattern path, String word, String why) {
        static HandLine of(List<String> row) {
            return new HandLine(
                    List.of(row.get(0).split(" ")),
                    Pattern.compile(row.get(1)),
                    row.get(2),
                    String.join(";", row.subList(3, row.size())));
        }

        boolean holds(String table, String path) {
            return formats.contains(table)
                    && (this.path.matcher(path).matches()
                            || this.path.matcher(Seeds.name(table, path)).matches());
        }
    }

    /// @param arguments the folder of the tables, then the tables to write; all where none is named
    public static void main(String[] arguments) throws IOException, Unreadable {
        var folder = Path.of(arguments[0]);
        var wanted = List.of(arguments).subList(1, arguments.length);
        var samples = Seeds.samples();
        for (var table : Seeds.tables()) {
            if (wanted.isEmpty() || wanted.contains(table)) {
                var probe = found(table, samples.getOrDefault(table, Map.of()));
                var lines = lines(table, probe.found(), probe.shownBySamples());
                Files.write(folder.resolve(table + ".csv"), lines);
                System.out.println(table + ": " + (lines.size() - 1) + " lines");
            }
        }
    }

    private static Probe found(String table, Map<String, byte[]> samples) {
        var probe = own(table, Seeds.of(table));
        probe.ownAreDone();
        samples.forEach((name, bytes) -> {
            try {
                probe.replace(name, bytes);
            } catch (Unreadable e) {
                System.err.println(table + " " + name + ": " + e.getMessage());
            }
        });
        return probe;
    }

    /// What our own files show.
    static Probe own(String table, Map<String, byte[]> seeds) {
        var probe = new Probe();
        seeds.forEach((name, bytes) -> {
            try {
                probe.replace(name, bytes);
                probe.look(name, Seeds.spots(table, name, bytes));
            } catch (Unreadable e) {
                System.err.println(table + " " + name + ": " + e.getMessage());
            }
        });
        return probe;
    }

    /// As the resource has them: a path with all scopes of one destination in one line.
    static List<String> lines(String table, Map<Place, Destination> found, Set<Place> bySamples) {
        var sampled = bySamples.stream().map(Place::path).collect(Collectors.toSet());
        var paths = new TreeMap<String, Map<Destination, TreeSet<String>>>(AccountTables::inOrder);
        found.forEach((place, to) -> paths.computeIfAbsent(place.path(), none -> new TreeMap<>())
                .computeIfAbsent(known(table, place.path(), to), none -> new TreeSet<>())
                .add(place.scope()));
        var lines = new ArrayList<String>();
        lines.add(
                "# scopes, path, destination, dosing, what the field is; written by AccountTables (formats/README.md)");
        var groups = new LinkedHashMap<String, TreeMap<String, Map<Destination, TreeSet<String>>>>();
        paths.forEach((path, went) -> groups.computeIfAbsent(
                        path.substring(0, Math.max(0, path.indexOf('.'))),
                        none -> new TreeMap<>(AccountTables::inOrder))
                .put(path, went));
        groups.forEach((group, members) -> group(table, group, members, sampled, lines));
        return lines;
    }

    /// What most of a group say is said once for the rest of it: of a field of HL7 that nothing else is carried,
    /// of a FHIR resource that it is kept as FHIR.
    private static void group(
            String table,
            String group,
            Map<String, ? extends Map<Destination, ? extends Set<String>>> members,
            Set<String> sampled,
            List<String> lines) {
        boolean structure = !said(table, group + ".**", "structure").isEmpty()
                && members.values().stream().allMatch(went -> went.keySet().equals(Set.of(Destination.STRUCTURE)));
        if (structure) {
            lines.add(line(table, "*", group + ".**", Destination.STRUCTURE, true));
            return;
        }
        boolean lost = members.values().stream().anyMatch(went -> went.containsKey(Destination.NOT_CARRIED));
        // A resource that becomes a row is kept whole; one that none of our files carries is not.
        boolean kept = table.equals("fhir")
                && 2
                                * members.values().stream()
                                        .filter(went -> went.containsKey(Destination.FHIR)
                                                || went.containsKey(Destination.CHART))
                                        .count()
                        > members.size();
        var rest = kept ? Destination.FHIR : Destination.NOT_CARRIED;
        boolean shared = !group.isEmpty() && (lost || kept);
        // A part of a field that is carried else, such as another code of a unit, changes no dose.
        boolean whole = members.values().stream()
                .allMatch(went -> went.keySet().stream().allMatch(to -> to.compareTo(Destination.STRUCTURE) >= 0));
        members.forEach((path, went) -> went.forEach((to, scopes) -> {
            boolean each = to == Destination.NOT_CARRIED
                    && !said(table, path, "dosing-each").isEmpty();
            if (!shared || to != rest || each) {
                lines.add(line(table, went.size() == 1 ? "*" : String.join(" ", scopes), path, to, true)
                        + (to.compareTo(Destination.STRUCTURE) < 0 && sampled.contains(path) ? SAMPLE : ""));
            }
        }));
        if (shared) {
            lines.add(line(table, "*", group + ".**", rest, whole));
        }
    }

    private static String line(String table, String scopes, String path, Destination to, boolean whole) {
        boolean dosing = !said(table, path, "dosing").isEmpty()
                || !said(table, path, "dosing-each").isEmpty();
        return String.join(
                ",",
                scopes,
                path,
                to.code(),
                dosing && whole && to != Destination.STRUCTURE ? "dosing" : "",
                words(table, path, to));
    }

    static Destination known(String table, String path, Destination found) {
        boolean nowhere = found == Destination.NOT_CARRIED || found == Destination.STRUCTURE;
        return nowhere && !said(table, path, "structure").isEmpty()
                ? Destination.STRUCTURE
                : nowhere && !said(table, path, "withheld").isEmpty() ? Destination.WITHHELD : found;
    }

    private static String words(String table, String path, Destination to) {
        var why = said(table, path, to.code()).stream().map(HandLine::why).findFirst();
        return why.orElseGet(() -> Seeds.name(table, path));
    }

    private static Collection<HandLine> said(String table, String path, String word) {
        return BY_HAND.stream()
                .filter(line -> line.word().equals(word) && line.holds(table, path))
                .collect(Collectors.toList());
    }

    /// Numbers within a path by their size.
    private static int inOrder(String one, String other) {
        var byNumber = key(one).compareTo(key(other));
        return byNumber != 0 ? byNumber : one.compareTo(other);
    }

    private static String key(String path) {
        return Pattern.compile("\\d+")
                .matcher(path)
                .replaceAll(number -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
    }
}
