package hmnet.ground.keys;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where this centre keeps its files (データの置き場): `HMNET_DATA`.
///
/// @param data database, keys and logs of this centre
@ConfigurationProperties("hmnet")
public record DataFolder(@DefaultValue("./data") Path data) {}
