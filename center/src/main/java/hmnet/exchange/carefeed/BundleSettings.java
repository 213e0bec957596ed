package hmnet.exchange.carefeed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much a bundle may hold (Bundleの上限): `HMNET_BUNDLE_MAX_BYTES`.
///
/// @param maxBytes a larger bundle at `/fhir` is refused before it is read (413)
@ConfigurationProperties("hmnet.bundle")
record BundleSettings(@DefaultValue("16777216") int maxBytes) {}
