package hmnet.ground.signin;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where people reach the centre (公開アドレス): `HMNET_URL`.
///
/// @param url where people reach the centre; with `https` its cookies are marked for it, even behind a proxy
@ConfigurationProperties("hmnet")
record SiteSettings(@DefaultValue("http://localhost") URI url) {}
