package hmnet.bench.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.zip.ZipInputStream;

/// Damage to a member of an archive, which is packed again (書庫の中): a turned bit in the packed bytes would
/// only ever find the checksum.
final class ArchiveDamage {
    private ArchiveDamage() {}

    static boolean isArchive(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    static byte[] of(byte[] archive, Mutation mutation, Random random) {
        var members = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return mutation.of(archive, random);
        }
        if (members.isEmpty()) {
            return mutation.of(archive, random);
        }
        var names = new ArrayList<>(members.keySet());
        var name = names.get(random.nextInt(names.size()));
        members.compute(name, (any, bytes) -> mutation.of(bytes == null ? new byte[0] : bytes, random));
        return Pieces.zip(members);
    }
}
