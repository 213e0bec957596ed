package hmnet.office.municipality;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much of a resident list is taken in and how long it is kept (住民情報の設定): `HMNET_RESIDENTS_…`.
///
/// @param maxBytes how large a municipality's resident list may be, 1 GiB at most; a larger file is refused before it
///     is read
/// @param maxLines how many lines it may have
/// @param days after how many days it is forgotten
@ConfigurationProperties("hmnet.residents")
record ResidentSettings(
        @DefaultValue("33554432") int maxBytes,
        @DefaultValue("400000") int maxLines,
        @DefaultValue("90") int days) {
    private static final int LARGEST = 1 << 30;

    ResidentSettings {
        if (maxBytes < 1_000 || maxBytes > LARGEST || maxLines < 1 || days < 1 || days > 3_650) {
            throw new IllegalArgumentException(
                    "hmnet.residents: max-bytes 1000 to 1073741824, max-lines from 1, days 1 to 3650");
        }
    }
}
