package hmnet.formats.model.chart;

import java.util.regex.Pattern;

/// A diagnosis that is only suspected, in words (疑い病名): what no code says its name still does.
public final class Suspicion {
    private static final Pattern SAID = Pattern.compile(".*(疑い|うたがい|疑)[)）]?\\s*");

    private Suspicion() {}

    public static boolean isSaid(String name) {
        return SAID.matcher(name.strip()).matches();
    }
}
