package hmnet.ground.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where people reach the centre (公開アドレス): `HMNET_URL`.
///
/// @param url where people reach the centre: the address that browsers show, `https://…` unless that is this machine.
///     A request by another name is refused (421); with `https` cookies are Secure and every answer carries HSTS
/// @param hosts other names by which people may call it
/// @param demonstration whether people may reach it without https from other machines: for invented people alone
@ConfigurationProperties("hmnet")
record SiteSettings(
        @DefaultValue("http://localhost") URI url,
        @DefaultValue List<String> hosts,
        @DefaultValue("false") boolean demonstration) {
    boolean https() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /// The name in the public address, in small letters; empty if it has none.
    String name() {
        return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }
}
