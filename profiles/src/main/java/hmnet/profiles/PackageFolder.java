package hmnet.profiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A folder of packages as FHIR publishes them (定義パッケージのフォルダー): `….tgz`, or folders of unpacked ones.
final class PackageFolder {
    /// What one definition may weigh, and one package with all of its own.
    private static final int DEFINITION = 32 << 20;

    private static final long PACKAGE = 512L << 20;

    private PackageFolder() {}

    /// By name, so that the same folder judges the same way everywhere.
    static List<ProfilePackage> read(Path folder) throws IOException {
        var packages = new ArrayList<ProfilePackage>();
        if (Files.exists(folder.resolve("package.json"))) {
            unpacked(folder).ifPresent(packages::add);
            return packages;
        }
        try (var inside = Files.list(folder)) {
            for (var path : inside.sorted().toList()) {
                if (path.toString().endsWith(".tgz")) {
                    packages.add(packed(path));
                } else if (Files.isDirectory(path)) {
                    var deeper = path.resolve("package");
                    unpacked(Files.isDirectory(deeper) ? deeper : path).ifPresent(packages::add);
                }
            }
        }
        return packages;
    }

    private static Optional<ProfilePackage> unpacked(Path folder) throws IOException {
        var read = new ProfilePackage(String.valueOf(folder.getFileName()));
        try (var inside = Files.list(folder)) {
            for (var path : inside.sorted().toList()) {
                if (path.toString().endsWith(".json") && Files.size(path) <= DEFINITION) {
                    read.add(String.valueOf(path.getFileName()), Files.readAllBytes(path));
                }
            }
        }
        return read.definitions().isEmpty() ? Optional.empty() : Optional.of(read);
    }

    private static ProfilePackage packed(Path file) throws IOException {
        var read = new ProfilePackage(String.valueOf(file.getFileName()));
        long left = PACKAGE;
        try (var tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var name = entry.getName();
                left -= Math.max(0, entry.getSize());
                if (left < 0) {
                    throw new IOException(file.getFileName() + " unpacks to more than " + PACKAGE + " bytes");
                }
                // Examples stand in folders of their own, and define nothing.
                if (name.matches("package/[^/]+\\.json") && entry.getSize() <= DEFINITION) {
                    read.add(name.substring("package/".length()), tar.readAllBytes());
                }
            }
        }
        return read;
    }
}
