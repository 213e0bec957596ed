package hmnet.exchange.callers;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this network is called by other systems (外部連携の設定): `HMNET_EXCHANGE_…`.
///
/// @param arc the object identifier under which this network names the 地域共通ID and facilities without a
///     医療機関コード. The default is a random one of nobody's: **put the association's own here before other systems
///     store the default**
/// @param namespace the 地域共通ID's namespace in HL7 v2 (CX.4.1)
@ConfigurationProperties("hmnet.exchange")
record ExchangeSettings(
        @DefaultValue("2.25.35325017745983615577133644828002109512")
        String arc,

        @DefaultValue("HMNET") String namespace) {
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9]\\d*))+");

    ExchangeSettings {
        if (!OID.matcher(arc).matches() || arc.length() > 100) {
            throw new IllegalArgumentException("hmnet.exchange.arc is an object identifier such as 1.2.392.200000.1");
        }
    }
}
