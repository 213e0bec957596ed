package hmnet.ground.site;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which proxies stand before the web port (逆プロキシの設定): `HMNET_PROXY_…`. From anybody else no header about
/// a client is believed.
///
/// @param addresses the TLS proxies before the web port, as addresses or blocks (`10.0.0.5`, `10.0.1.0/24`): they alone
///     say who the client is
/// @param header what these proxies write: `x-forwarded` (`X-Forwarded-For` and `-Proto`) or `forwarded`
///     (RFC 7239). The other is ignored, since a client may have written it
@ConfigurationProperties("hmnet.proxy")
record ProxySettings(
        @DefaultValue List<String> addresses,
        @DefaultValue("x-forwarded") ProxyHeader header) {}
