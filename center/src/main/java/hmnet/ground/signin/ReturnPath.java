package hmnet.ground.signin;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/// Where somebody wanted to go before they had to sign in (戻り先): a path of our own, never another site.
record ReturnPath(String value) {
    static final ReturnPath HOME = new ReturnPath("/");
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    /// `/..` or `//` within the path, which no page of ours has.
    private static final Pattern WANDERING = Pattern.compile("^[^?#]*/(?:\\.\\.?(?:/|$|\\?)|/)");

    private static final int LONGEST = 1000;

    /// The path, or home where it is missing, foreign or one of the sign-in pages themselves.
    static ReturnPath of(@Nullable String asked) {
        return asked == null
                        || asked.length() > LONGEST
                        || !OURS.matcher(asked).matches()
                        || WANDERING.matcher(asked).find()
                        || asked.startsWith("/signin")
                        || asked.startsWith("/signout")
                        || asked.startsWith("/unlock")
                ? HOME
                : new ReturnPath(asked);
    }

    /// The address of a page that leads here afterwards.
    String after(String page) {
        return equals(HOME) ? page : page + "?return=" + UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8);
    }
}
