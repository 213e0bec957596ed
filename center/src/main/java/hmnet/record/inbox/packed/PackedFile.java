package hmnet.record.inbox.packed;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A file that holds others (書庫): a zip, a workbook, whose sheets are tables, or another office file. What cannot be
/// unpacked within the
/// limits is not searched; nobody reads it either.
public final class PackedFile {
    private PackedFile() {}

    public static boolean looksLike(byte[] body) {
        return Archive.looksLike(body);
    }

    /// The same archive without what the mask blots out, in members, sheets and names; empty when that is nothing.
    public static Optional<byte[]> masked(byte[] body, TableMask mask, UnaryOperator<String> names) {
        try {
            var members = members(body);
            boolean changed = false;
            var kept = new LinkedHashMap<String, byte[]>();
            var workbook = Workbook.of(members);
            var sheets = new LinkedHashMap<String, byte[]>();
            if (workbook.isPresent()) {
                sheets.putAll(workbook.get().masked(mask));
                paragraphs(members)
                        .forEach((name, words) ->
                                words.masked(name, mask).ifPresent(masked -> sheets.put(name, masked)));
            }
            for (var member : members.entrySet()) {
                var masked = workbook.isPresent()
                        ? Optional.ofNullable(sheets.get(member.getKey()))
                        : mask.masked(member.getKey(), member.getValue());
                var name = workbook.isPresent() ? member.getKey() : names.apply(member.getKey());
                changed |= masked.isPresent() || !name.equals(member.getKey());
                kept.put(kept.containsKey(name) ? kept.size() + "-" + name : name, masked.orElse(member.getValue()));
            }
            return changed ? Optional.of(zip(kept)) : Optional.empty();
        } catch (Unreadable kept) {
            return Optional.empty(); // whatever is wrong with it, its reason is told when it is filed
        }
    }

    /// Its tables by name: members of an archive, sheets of a workbook as lines with tabs.
    public static Map<String, byte[]> tables(byte[] body) {
        try {
            var members = members(body);
            var workbook = Workbook.of(members);
            if (workbook.isEmpty()) {
                return members;
            }
            var tables = new LinkedHashMap<>(workbook.get().tables());
            paragraphs(members).forEach((name, words) -> tables.put(name, words.table()));
            return tables;
        } catch (Unreadable unsearched) {
            return Map.of();
        }
    }

    /// What an office file says outside the sheets: text, headers, notes, slides, comments, properties.
    private static Map<String, Paragraphs> paragraphs(Map<String, byte[]> members) {
        var found = new LinkedHashMap<String, Paragraphs>();
        for (var member : members.entrySet()) {
            if (member.getKey().endsWith(".xml") && !Workbook.isOfCells(member.getKey())) {
                try {
                    found.put(member.getKey(), Paragraphs.of(member.getValue()));
                } catch (Unreadable unread) {
                    // One part that nobody can read hides no other.
                }
            }
        }
        return found;
    }

    private static Map<String, byte[]> members(byte[] body) throws Unreadable {
        var members = new LinkedHashMap<String, byte[]>();
        for (var member : Archive.members(body, name -> true)) {
            members.put(member.name(), member.content());
        }
        return members;
    }

    private static byte[] zip(Map<String, byte[]> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
