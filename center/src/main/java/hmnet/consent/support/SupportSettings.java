package hmnet.consent.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which municipalities keep a list of residents who need support (要配慮者の名簿の設定): `HMNET_SUPPORT_…`.
///
/// @param towns each as the code of the municipality's facility, `=`, and the name with which addresses there begin
/// @param exportMax so many lines a file or printed list holds at most
@ConfigurationProperties("hmnet.support")
record SupportSettings(
        @DefaultValue List<String> towns,
        @DefaultValue("5000") int exportMax) {
    private static final int EXPORT_MOST = 20_000;

    /// A town that cannot be read stops the start.
    SupportSettings {
        towns = List.copyOf(towns);
        named(towns);
        if (exportMax < 1 || exportMax > EXPORT_MOST) {
            throw new IllegalArgumentException("A list holds from 1 to " + EXPORT_MOST + " lines");
        }
    }

    /// Names of towns by the code of their municipality.
    Map<String, String> named() {
        return named(towns);
    }

    private static Map<String, String> named(List<String> towns) {
        return towns.stream().map(one -> one.split("=", 2)).collect(Collectors.toMap(one -> one[0].strip(), one -> {
            if (one.length < 2 || !one[1].strip().matches("\\S{2,30}")) {
                throw new IllegalArgumentException("A town is CODE=NAME, such as 3499990001=架空市");
            }
            return one[1].strip();
        }));
    }
}
