package hmnet.consent.mynumber;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Which certificate authority's cards are taken (マイナンバーカードの設定): `HMNET_MYNUMBER_…`. Without
/// both files no card is.
///
/// @param ca the authorities of user certificates on My Number cards, PEM; without both files no card is taken
/// @param crl their revocation lists, PEM or DER, complete ones or all parts (issuing distribution points); both
///     files are read again when they change
@ConfigurationProperties("hmnet.mynumber")
record MyNumberSettings(@Nullable Path ca, @Nullable Path crl) {}
