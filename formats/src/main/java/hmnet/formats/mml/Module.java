package hmnet.formats.mml;

import hmnet.formats.base.Table;
import hmnet.formats.base.tree.Node;
import hmnet.formats.model.code.Label;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One document of an MML file (MmlModuleItem): who wrote what, when, and how it is to be read.
///
/// @param item the whole element
/// @param fallback the time of the file, where the document names none
record Module(Node item, OffsetDateTime fallback) {
    private static final List<List<String>> MODULES = Table.read(Module.class, "modules.csv");
    private static final Map<String, String> READ =
            MODULES.stream().collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1)));
    private static final Map<String, String> BY_ELEMENT =
            MODULES.stream().collect(Collectors.toUnmodifiableMap(row -> row.get(3), List::getFirst));
    private static final Map<String, String> NAMES =
            MODULES.stream().collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(2)));

    /// Told by the module's element where it is known; else what `docInfo` says, which some systems leave out
    /// and some set to one kind for all they send.
    String type() {
        var said = said();
        var known = BY_ELEMENT.get(body().name());
        return known != null ? known : said.isEmpty() ? body().name() : said;
    }

    /// What `docInfo` says it is.
    String said() {
        return item.at("docInfo").attribute("contentModuleType");
    }

    String read() {
        return READ.getOrDefault(type(), "unknown");
    }

    String japanese() {
        return NAMES.getOrDefault(type(), type());
    }

    Node content() {
        return item.at("content");
    }

    /// The module's own element.
    Node body() {
        return content().children().isEmpty() ? Node.NONE : content().children().getFirst();
    }

    String uid() {
        return item.said("docInfo", "docId", "uid");
    }

    /// Documents that this one replaces.
    List<String> replaces() {
        return item.at("docInfo", "docId").all("parentId").stream()
                .filter(parent -> parent.attribute("relation").equals("oldEdition"))
                .map(Node::text)
                .filter(uid -> !uid.isEmpty())
                .toList();
    }

    String title() {
        var title = item.said("docInfo", "title");
        return title.isEmpty() ? japanese() : title;
    }

    OffsetDateTime at() {
        var confirmed = item.at("docInfo", "confirmDate");
        for (var text : List.of(confirmed.attribute("eventDate"), confirmed.attribute("start"), confirmed.text())) {
            var time = MmlTime.of(text);
            if (time != null) {
                return time;
            }
        }
        return fallback;
    }

    String version() {
        var confirmed = item.said("docInfo", "confirmDate");
        return MmlTime.version(confirmed.isEmpty() ? fallback.toString() : confirmed);
    }

    String author() {
        return MmlPersons.name(item.at("docInfo", "CreatorInfo", "PersonalizedInfo", "personName"), "I")
                .joined();
    }

    String department() {
        return department(item.at("docInfo", "CreatorInfo", "PersonalizedInfo"));
    }

    static String department(Node around) {
        var department = around.within("Department").stream().findFirst().orElse(Node.NONE);
        var name = department.said("name");
        return name.isEmpty() ? department.said("Id") : name;
    }

    /// The writer's own limits: nobody outside the facility; not the patient (MML0034, MML0035).
    Set<Label> labels() {
        var rights = item.at("docInfo", "securityLevel").all("accessRight");
        boolean patientExcluded = rights.stream()
                .filter(right -> right.attribute("permit").equals("none"))
                .flatMap(right -> right.within("personName").stream())
                .anyMatch(person -> person.attribute("personCode").equals("patient"));
        var facilities = rights.stream()
                .filter(right -> !right.attribute("permit").equals("none"))
                .flatMap(right -> right.within("facilityName").stream())
                .map(facility -> facility.attribute("facilityCode"))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        boolean creatorOnly = facilities.equals(Set.of("creator"));
        if (patientExcluded) {
            return creatorOnly ? Set.of(Label.UNINFORMED, Label.RESTRICTED) : Set.of(Label.UNINFORMED);
        }
        return creatorOnly ? Set.of(Label.RESTRICTED) : Set.of();
    }
}
