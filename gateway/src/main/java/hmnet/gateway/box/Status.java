package hmnet.gateway.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// How the gateway is (稼働状況), in a file that it writes every few seconds beside its spool. Times are ISO
/// 8601.
///
/// @param renewal what it did last about its next certificate, and when; null for nothing
/// @param held what the centre could not read, as it said last; null before it was asked
/// @param reportedAt when the centre last heard of this gateway
record Status(
        String at,
        long pid,
        String certificateEndsAt,
        @Nullable String renewal,
        long usedBytes,
        long freeBytes,
        List<Of> lanes,
        List<String> alarms,
        @Nullable CentreReply held,
        @Nullable String reportedAt) {
    private static final String FILE = "status.json";

    /// One lane.
    ///
    /// @param aside how many were set aside
    /// @param examples a few of them, each with its reason
    record Of(
            String name,
            long waiting,
            @Nullable String oldestAt,
            @Nullable String lastSentAt,
            long aside,
            List<String> examples) {}

    /// What waits at the centre before a human (センターでの保留).
    record CentreReply(String now, long quarantined, List<File> held) {
        /// One file of it.
        record File(String path, String reason, String detail, String receivedAt) {}
    }

    static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    void write(Path spool) throws IOException {
        var fresh = spool.resolve(FILE + ".new");
        Files.write(fresh, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        Files.move(fresh, spool.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Empty where no gateway ever ran.
    static Optional<Status> read(Path spool) throws IOException {
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readAllBytes(spool.resolve(FILE)), Status.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new IOException("not a status: " + e.getOriginalMessage(), e);
        }
    }
}
