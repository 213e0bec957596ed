package hmnet.exchange.updates;

import hmnet.exchange.callers.Identifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;

/// The numbers of one patient as they stand now (相互参照の現在).
///
/// @param own the subscriber's number
public record Update(Identifier own, List<Identifier> others) {
    /// The same for the same numbers in any order.
    byte[] hash() {
        var text = others.stream()
                .map(one -> one.domain().oid() + "|" + one.value())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
