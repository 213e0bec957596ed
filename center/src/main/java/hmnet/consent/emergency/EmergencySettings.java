package hmnet.consent.emergency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long emergency doors stand open, and what is reviewed (救急の入口の設定): `HMNET_EMERGENCY_…`.
///
/// @param crew after how long a crew's view ends, handed over or not
/// @param chart after how long everybody else's ends; without consent it is renewed once
/// @param wordsWithin within what time the reason of a door without consent is said in words
/// @param reviewWithin within what time such an opening is reviewed
/// @param sampledPercent of the openings with consent so many are reviewed
/// @param reviewsADay so many reviews a day are enough for one reviewer
@ConfigurationProperties("hmnet.emergency")
public record EmergencySettings(
        @DefaultValue("3h") Duration crew,
        @DefaultValue("60m") Duration chart,
        @DefaultValue("24h") Duration wordsWithin,
        @DefaultValue("24h") Duration reviewWithin,
        @DefaultValue("2") int sampledPercent,
        @DefaultValue("10") int reviewsADay) {
    private static final Duration CREW_MOST = Duration.ofHours(3);
    private static final Duration CHART_MOST = Duration.ofMinutes(60);

    /// Shorter may be set, longer not.
    public EmergencySettings {
        crew = crew.compareTo(CREW_MOST) > 0 ? CREW_MOST : crew;
        chart = chart.compareTo(CHART_MOST) > 0 ? CHART_MOST : chart;
    }
}
