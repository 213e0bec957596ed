package hmnet.ground.transparency;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The name of the log and its witnesses (監査ログの設定).
///
/// @param origin the audit log's name in every checkpoint: the centre's address without `https://`
/// @param sequenceMs how often events that wait are numbered, in milliseconds
/// @param witnesses verifier keys whose countersignatures count
/// @param witnessSilentMinutes after how many minutes without its countersignature a witness is called silent
@ConfigurationProperties("hmnet.audit")
public record AuditSettings(
        @DefaultValue("hmnet.example") String origin,
        @DefaultValue("200") long sequenceMs,
        @DefaultValue List<String> witnesses,
        @DefaultValue("60") long witnessSilentMinutes) {
    public AuditSettings {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> Character.isWhitespace(c) || c == '+')) {
            throw new IllegalArgumentException("hmnet.audit.origin is one word without +");
        }
        if (sequenceMs < 1 || sequenceMs > 1000) {
            throw new IllegalArgumentException("hmnet.audit.sequence-ms is between 1 and 1000");
        }
        if (witnessSilentMinutes < 1) {
            throw new IllegalArgumentException("hmnet.audit.witness-silent-minutes is at least 1");
        }
        witnesses = List.copyOf(witnesses);
    }
}
