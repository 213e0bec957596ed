package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.other.picture.CleanedContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A document of Word, Excel or PowerPoint that only shows (Officeファイルの検査). Its parts are followed from the first
/// one by their relations; a relation, a type or a field that is not on the list refuses the document. What is handed
/// out is written anew: parts that nothing leads to, and who wrote what, are not in it.
final class Office {
    private static final long YEAR_2000 = 946_652_400_000L;

    private final Map<String, Archive.Member> members = new LinkedHashMap<>();
    private final Map<String, byte[]> written = new LinkedHashMap<>();
    private final Map<String, Set<String>> outside = new HashMap<>();
    private final OfficeTypes types;
    private final OfficeTraces traces = new OfficeTraces();

    private Office(byte[] bytes) throws Unreadable {
        for (var member : Archive.members(bytes, name -> true, Office::isEmbedded)) {
            members.put(member.name().toLowerCase(Locale.ROOT), member);
        }
        var listed = members.get(OfficeTypes.PART.toLowerCase(Locale.ROOT));
        if (listed == null) {
            throw noDocument();
        }
        this.types = OfficeTypes.read(listed.content());
    }

    /// The table that a chart was drawn from; the chart shows without it, and nothing that stays may lead there.
    private static boolean isEmbedded(String name) {
        return name.contains("/embeddings/");
    }

    static CleanedContent clean(byte[] bytes) throws Unreadable {
        return new Office(bytes).cleaned();
    }

    private CleanedContent cleaned() throws Unreadable {
        var kind = "";
        var open = new ArrayDeque<String>();
        follow("", open);
        for (var part = open.poll(); part != null; part = open.poll()) {
            if (!written.containsKey(part)) {
                kind = kind.isEmpty() ? kind(part) : kind;
                follow(part, open);
                written.put(part, content(part));
            }
        }
        if (kind.isEmpty()) {
            throw noDocument();
        }
        return new CleanedContent(FileKind.OFFICE.contentType() + "." + kind, zipped(), notes());
    }

    /// Reads the relations of a part, or of the whole, and writes those that stay.
    private void follow(String part, Deque<String> open) throws Unreadable {
        var place = OfficeRelations.placeOf(part);
        var member = members.get(place.toLowerCase(Locale.ROOT));
        if (member == null) {
            return;
        }
        var all = OfficeRelations.read(member.content(), part);
        var relations = all.without(all.kept().stream()
                .filter(one -> one.target() != null && OfficeParts.isDropped(one.kind(), types.of(one.target())))
                .collect(Collectors.toSet()));
        outside.put(part, relations.outside());
        for (var relation : relations.kept()) {
            var target = relation.target();
            if (target != null) {
                if (!members.containsKey(target.toLowerCase(Locale.ROOT))) {
                    throw new Unreadable("damaged", 0, target, "a part that is missing");
                }
                OfficeParts.check(relation.kind(), types.of(target), target);
                open.add(name(target));
            }
        }
        traces.removed(relations.dropped());
        traces.unlinked(relations.unlinked());
        written.put(place, relations.text());
    }

    private String name(String target) {
        var member = members.get(target.toLowerCase(Locale.ROOT));
        return member == null ? target : member.name();
    }

    private byte[] content(String part) throws Unreadable {
        var member = members.get(part.toLowerCase(Locale.ROOT));
        if (member == null) {
            throw new Unreadable("damaged", 0, part, "a part that is missing");
        }
        var type = types.of(part);
        if (type.startsWith("image/")) {
            return traces.picture(part, member.content());
        }
        return OfficeTypes.isXml(type)
                ? OfficeMarkup.cleaned(part, type, member.content(), outside.getOrDefault(part, Set.of()), traces)
                : traces.font(part, member.content());
    }

    private String kind(String part) {
        return switch (OfficeTypes.suffix(types.of(part))) {
            case "wordprocessingml.document.main+xml" -> "wordprocessingml.document";
            case "spreadsheetml.sheet.main+xml" -> "spreadsheetml.sheet";
            case "presentationml.presentation.main+xml", "presentationml.slideshow.main+xml" ->
                "presentationml.presentation";
            // From outside: the content types of other parts.
            default -> "";
        };
    }

    private List<Note> notes() {
        var notes = new ArrayList<Note>();
        int unreached = members.size()
                - 1
                - (int) written.keySet().stream()
                        .filter(name -> members.containsKey(name.toLowerCase(Locale.ROOT)))
                        .count();
        traces.removed(Math.max(0, unreached));
        traces.tell(notes);
        return notes;
    }

    private static Unreadable noDocument() {
        return new Unreadable("type-not-accepted", 0, "", "an archive that is no document, table or presentation");
    }

    private byte[] zipped() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, OfficeTypes.PART, types.text(written.keySet()));
            for (var part : written.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(YEAR_2000);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
