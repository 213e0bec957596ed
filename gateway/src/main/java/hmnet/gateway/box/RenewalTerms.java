package hmnet.gateway.box;

import java.nio.file.Path;
import java.time.Duration;

/// When and how the gateway renews its certificate (証明書の更新の設定).
///
/// @param before how long before its certificate ends it asks for the next one; zero: never by itself
/// @param folder where an operator drops the next certificate with its key
/// @param every how often it looks
/// @param endFormer whether it ends the former one once the next one worked
record RenewalTerms(Duration before, Path folder, Duration every, boolean endFormer) {
    private enum FormerFate {
        KEEP,
        END
    }

    static RenewalTerms of(ConfigFile words, Path certificate) {
        return new RenewalTerms(
                words.time("renewal.before", "30d"),
                words.path("renewal.folder", certificate.resolveSibling("next")),
                words.time("renewal.every", "1m"),
                words.one("renewal.former", FormerFate.class, FormerFate.KEEP) == FormerFate.END);
    }
}
