package hmnet.ground.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Addresses of the sign-in pages that lead back afterwards to where somebody was (元の画面への復帰).
@Component
public class ReturnAddress {
    /// A little after the lock, so that the page that asks finds it closed.
    private static final long MARGIN_SECONDS = 5;

    private final SignInSettings settings;

    ReturnAddress(SignInSettings settings) {
        this.settings = settings;
    }

    /// Back to the page this request asked for.
    public String toAsked(String page, HttpServletRequest request) {
        return asked(request).after(page);
    }

    /// A page of a resident's own that was asked for, or `/my`.
    public static String ofResident(@Nullable String asked) {
        var path = ReturnPath.of(asked).value();
        var own = path.startsWith("/my/") && !path.matches("/my/(signin|signout|first|password).*");
        return own || path.equals("/handbook") ? path : "/my";
    }

    /// Back to the page that is open in the browser while a part of it was asked for.
    public String toOpenPage(String page, HttpServletRequest request) {
        return ReturnPath.of(path(request.getHeader("HX-Current-URL"))).after(page);
    }

    /// The `Refresh` header of a page: to the lock, once it has been idle.
    public String whenIdle(HttpServletRequest request) {
        return settings.idleLock().toSeconds() + MARGIN_SECONDS + "; url="
                + asked(request).after("/unlock");
    }

    private static ReturnPath asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return ReturnPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static @Nullable String path(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var url = URI.create(address);
            return url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
