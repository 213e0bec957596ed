package hmnet.ground.figures;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the figures are read (稼働状況の設定): `HMNET_FIGURES_…`. There is no address: it is always loopback.
///
/// @param port port for health and figures, on 127.0.0.1 alone; 0 for any free one
@ConfigurationProperties("hmnet.figures")
record FiguresSettings(@DefaultValue("8081") int port) {}
