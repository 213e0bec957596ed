package hmnet.ground.design;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Tells who sent a request (閲覧者の照会). The module that signs people in is the only one to implement it.
@FunctionalInterface
public interface Visitors {
    /// The person signed in, or null.
    @Nullable
    Visitor of(HttpServletRequest request);
}
