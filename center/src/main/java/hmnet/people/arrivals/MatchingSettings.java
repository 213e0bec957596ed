package hmnet.people.arrivals;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this node matches (名寄せの設定): `HMNET_MATCHING_…`.
///
/// @param weights a file of weights learned on this region by `./hmnet match --in … --weights FILE`; without it those
///     that come with the centre
/// @param works whether this node matches charts as they arrive (名寄せ); what waits stays in the database
@ConfigurationProperties("hmnet.matching")
record MatchingSettings(
        @DefaultValue("") String weights,
        @DefaultValue("true") boolean works) {}
