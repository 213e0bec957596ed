package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a part of an office file leads to (パートの関係): to parts that are on the list, and to pages of the web that a
/// person may open. What is fetched by opening the document refuses it.
///
/// @param kept those that stay
/// @param dropped how many were left out: they tell who, when and on what machine
/// @param unlinked how many links led to a file or a share and lead nowhere now
record OfficeRelations(List<Relation> kept, int dropped, int unlinked) {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final Pattern WEB = Pattern.compile("(?:https?://|mailto:|tel:)[^\\\\\\s]*");
    /// A document of Word shows without the template it was begun from and the addresses it was written to.
    private static final Set<String> DETACHED =
            Set.of("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData");
    private static final int MOST = 20_000;

    /// One of them.
    ///
    /// @param type in full
    /// @param kind the last word of the type
    /// @param target a part, by its name in the archive; null where it leads out
    /// @param address as it is written
    record Relation(
            String id, String type, String kind, @Nullable String target, String address) {}

    static String placeOf(String part) {
        int slash = part.lastIndexOf('/');
        return part.isEmpty()
                ? "_rels/.rels"
                : part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }

    static OfficeRelations read(byte[] bytes, String of) throws Unreadable {
        var kept = new ArrayList<Relation>();
        int dropped = 0;
        int unlinked = 0;
        for (var one : XmlDocument.read(bytes).root().all("Relationship")) {
            if (DETACHED.contains(kind(one))) {
                unlinked++;
                continue;
            }
            var relation = relation(one, of);
            if (relation.target() == null) {
                boolean web =
                        WEB.matcher(relation.address().toLowerCase(Locale.ROOT)).matches();
                unlinked += web ? 0 : 1;
                kept.add(
                        web
                                ? relation
                                : new Relation(relation.id(), relation.type(), "hyperlink", null, "about:blank"));
            } else if (OfficeParts.isDropped(relation.kind())) {
                dropped++;
            } else {
                kept.add(relation);
            }
            if (kept.size() > MOST) {
                throw new Unreadable("too-complex", 0, of, "more than " + MOST + " relations");
            }
        }
        return new OfficeRelations(List.copyOf(kept), dropped, unlinked);
    }

    private static String kind(XmlElement one) {
        var type = one.attribute("Type").strip();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static Relation relation(XmlElement one, String of) throws Unreadable {
        var type = one.attribute("Type").strip();
        var kind = kind(one);
        var address = one.attribute("Target").strip();
        var mode = one.attribute("TargetMode").strip();
        boolean leadsOut = mode.equalsIgnoreCase("External");
        if (leadsOut && !kind.equals("hyperlink")) {
            throw new Unreadable("active-content", one.line(), of, "fetches " + kind);
        }
        if (leadsOut || kind.equals("hyperlink") && address.startsWith("#")) {
            return new Relation(one.attribute("Id"), type, kind, null, address);
        }
        OfficeParts.checkRelation(kind, of);
        return new Relation(one.attribute("Id"), type, kind, resolved(address, of), address);
    }

    /// The name of the part that an address means, as seen from another.
    private static String resolved(String address, String from) throws Unreadable {
        if (address.contains(":") || address.contains("\\") || address.startsWith("//")) {
            throw new Unreadable("active-content", 0, from, "leads out by " + address);
        }
        var steps = new ArrayDeque<String>();
        if (!address.startsWith("/") && from.contains("/")) {
            steps.addAll(List.of(from.substring(0, from.lastIndexOf('/')).split("/", -1)));
        }
        for (var step : decoded(address).split("/", -1)) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    throw new Unreadable("zip-slip", 0, from, "leads out of the archive");
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static String decoded(String address) throws Unreadable {
        int fragment = address.indexOf('#');
        try {
            return URLDecoder.decode(
                    (fragment < 0 ? address : address.substring(0, fragment)).replace("+", "%2B"),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("damaged", 0, "Relationship", address);
        }
    }

    /// The ids of those that lead to a page of the web. Only a link may name one.
    Set<String> outside() {
        return kept.stream()
                .filter(one -> one.target() == null)
                .map(Relation::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The same without some that lead to parts.
    OfficeRelations without(Set<Relation> some) {
        return some.isEmpty()
                ? this
                : new OfficeRelations(
                        kept.stream().filter(one -> !some.contains(one)).toList(), dropped + some.size(), unlinked);
    }

    byte[] text() {
        var root = new XmlElement("Relationships", NAMESPACE, 0).with("xmlns", NAMESPACE);
        for (var one : kept) {
            var element = root.open("Relationship").with("Id", one.id()).with("Type", one.type());
            var target = one.target();
            element.with("Target", target == null ? one.address() : "/" + target);
            if (target == null) {
                element.with("TargetMode", "External");
            }
        }
        return XmlText.of(root);
    }
}
