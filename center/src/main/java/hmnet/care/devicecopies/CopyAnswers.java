package hmnet.care.devicecopies;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// What a device is answered about copies (端末への応答): JSON that nothing between keeps.
public final class CopyAnswers {
    private CopyAnswers() {}

    public static <T> ResponseEntity<T> handed(T body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    /// @param reason in a word
    public static ResponseEntity<?> refused(HttpStatus status, String reason) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", reason));
    }

    /// @param sent nothing for what is no look
    /// @param noted false for a copy that was never handed to the sender's facility
    public static ResponseEntity<Void> looked(Optional<SentLook> sent, Predicate<SentLook> noted) {
        var status = sent.map(look -> noted.test(look) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND)
                .orElse(HttpStatus.UNPROCESSABLE_CONTENT);
        return ResponseEntity.status(status).build();
    }
}
