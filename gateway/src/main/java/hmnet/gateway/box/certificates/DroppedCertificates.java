package hmnet.gateway.box.certificates;

import hmnet.gateway.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The next certificate as an operator drops it (差し入れられた証明書): `NAME.p12` or `NAME.pfx`, its password in
/// `NAME.password` if it has one, or `NAME.crt` with `NAME.key`. The files are read and left where they are.
public final class DroppedCertificates {
    private final Path folder;

    public DroppedCertificates(Path folder) {
        this.folder = folder;
    }

    /// What was found: the one that ends last, and what is wrong with files that cannot be used.
    public record DroppedFinding(Optional<Identity> newest, List<String> troubles) {}

    public DroppedFinding look() throws IOException {
        if (!Files.isDirectory(folder)) {
            return new DroppedFinding(Optional.empty(), List.of());
        }
        var found = new ArrayList<Identity>();
        var troubles = new ArrayList<String>();
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.sorted().toList();
        }
        for (var file : files) {
            try {
                var one = read(file);
                if (one.isPresent() && one.get().paired()) {
                    found.add(one.get());
                } else if (one.isPresent()) {
                    troubles.add(file.getFileName() + ": certificate and key are not of one pair");
                }
            } catch (IOException e) {
                troubles.add(String.valueOf(e.getMessage()));
            }
        }
        return new DroppedFinding(found.stream().max(Comparator.comparing(Identity::endsAt)), List.copyOf(troubles));
    }

    private static Optional<Identity> read(Path file) throws IOException {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        var ending = name.substring(dot).toLowerCase(Locale.ROOT);
        var stem = name.substring(0, dot);
        if (ending.equals(".p12") || ending.equals(".pfx")) {
            var password = file.resolveSibling(stem + ".password");
            return Optional.of(Identity.ofPkcs12(
                    file,
                    Files.exists(password) ? Files.readString(password).strip().toCharArray() : new char[0]));
        }
        var key = file.resolveSibling(stem + ".key");
        return ending.equals(".crt") && Files.exists(key) ? Optional.of(Identity.of(file, key)) : Optional.empty();
    }
}
