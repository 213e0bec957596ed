package hmnet.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Who sends and with which key (接続情報): the part of `credentials.json` that a gateway needs. Paths in it
/// are relative to the file itself.
public record Credentials(Path folder, URI mtls, String ca, List<Facility> facilities) {
    /// A facility with the certificate it shows.
    public record Facility(
            String code,
            String name,
            @Nullable String cert,
            @Nullable String key) {}

    private record CredentialsFile(URI mtls, String ca, List<Facility> facilities) {}

    public static Credentials read(Path file) throws IOException {
        try {
            var content = JsonMapper.shared().readValue(Files.readAllBytes(file), CredentialsFile.class);
            var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
            return new Credentials(folder, content.mtls(), content.ca(), content.facilities());
        } catch (JacksonException e) {
            throw new IOException("Not a credentials file: " + file + ": " + e.getOriginalMessage(), e);
        }
    }

    /// The connection of the facility; empty where the file has no certificate for it.
    public Optional<SSLContext> of(String code) throws IOException {
        for (var facility : facilities) {
            if (facility.code().equals(code) && facility.cert() != null && facility.key() != null) {
                return Optional.of(MutualTls.of(
                        folder.resolve(ca), folder.resolve(facility.cert()), folder.resolve(facility.key())));
            }
        }
        return Optional.empty();
    }
}
