package hmnet.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.base.Sha256;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;

/// The requests by which one file goes up (アップロードの要求), in the words of tus 1.0.0.
record UploadRequests(URI inbox, Door door, StorageFile file) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    HttpRequest begin() {
        return request(inbox.resolve("uploads"))
                .header("Upload-Length", Integer.toString(file.bytes().length))
                .header(
                        "Upload-Metadata",
                        "filename " + base64(file.path()) + ",door " + base64(door.word()) + ",sha256 "
                                + base64(Sha256.hex(file.bytes())))
                .POST(BodyPublishers.noBody())
                .build();
    }

    HttpRequest piece(URI at, int from) {
        return request(at)
                .header("Content-Type", "application/offset+octet-stream")
                .header(Pieces.OFFSET, Integer.toString(from))
                .method(
                        "PATCH",
                        BodyPublishers.ofByteArray(
                                file.bytes(), from, Math.min(Pieces.PIECE, file.bytes().length - from)))
                .build();
    }

    private static HttpRequest.Builder request(URI at) {
        return HttpRequest.newBuilder(at).timeout(PATIENCE).header("Tus-Resumable", "1.0.0");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
