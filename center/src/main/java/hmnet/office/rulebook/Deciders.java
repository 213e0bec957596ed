package hmnet.office.rulebook;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who decided lines, as people are called (決めた人); a line of the participants' file names nobody.
@Component
class Deciders {
    private final Staff staff;

    Deciders(Staff staff) {
        this.staff = staff;
    }

    /// @param agreed what lines keep of those who decided them
    Map<String, String> names(Collection<String> agreed) {
        var names = new HashMap<String, String>();
        for (var words : agreed) {
            var ids = Arrays.stream(words.split(" ", -1))
                    .flatMap(word -> Actor.parse(word).stream())
                    .flatMap(actor ->
                            actor instanceof Actor.StaffMember member ? Stream.of(StaffId.of(member)) : Stream.empty())
                    .toList();
            if (!ids.isEmpty()) {
                var known = staff.names(ids);
                names.put(
                        words,
                        ids.stream().map(id -> known.getOrDefault(id, "")).collect(Collectors.joining(" / ")));
            }
        }
        return names;
    }
}
