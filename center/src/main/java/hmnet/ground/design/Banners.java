package hmnet.ground.design;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What every page of staff says above its content, while it holds (全画面の帯).
@FunctionalInterface
public interface Banners {
    Optional<Banner> of(HttpServletRequest request, Messages m);

    /// One such line.
    ///
    /// @param address where whoever reads it goes on, or null
    /// @param go the words of that link, or null
    record Banner(
            String words,
            @Nullable String address,
            @Nullable String go) {}
}
