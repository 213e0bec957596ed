package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Feeds.FacilityFeed;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// When a doctor is told that a hospital's feed stands still.
class FeedsTest extends Ward {
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 20, 9, 0, 0, 0, ZoneOffset.UTC);

    @Autowired
    Feeds feeds;

    /// A feed all day long with quiet nights, one that sends each night, each week, one that is new, one in bursts.
    @ParameterizedTest
    @CsvSource({"28, 6, 12", "28, 24, 24", "6, 168, 24", "2, 1, 24", "0, 0, 24", "300, 1, 2"})
    void aFeedIsLateAfterTwiceItsOwnRhythmAndAfterADay(int silences, int usualHours, int lateAfterHours) {
        var late = Duration.ofHours(lateAfterHours);
        var inTime = FacilityFeed.of(NOW.minus(late).plusMinutes(1), silences, Duration.ofHours(usualHours));
        var tooLate = FacilityFeed.of(NOW.minus(late).minusMinutes(1), silences, Duration.ofHours(usualHours));
        assertThat(inTime.isLate(NOW)).isFalse();
        assertThat(tooLate.isLate(NOW)).isTrue();
    }

    @Test
    void theSilencesOfAFeedAreLearntFromWhatItSends() throws SQLException {
        var hospital = hospital();
        for (int night = 0; night < 5; night++) {
            filed(hospital, Papers.of(number()).profile());
            assertThat(known(hospital).patience()).isEqualTo(Duration.ofHours(24));
            silent(hospital, "5 hours");
        }
        filed(hospital, Papers.of(number()).profile());
        assertThat(known(hospital).patience()).isBetween(Duration.ofMinutes(599), Duration.ofMinutes(601));
        assertThat(known(hospital).isLate(OffsetDateTime.now(ZoneOffset.UTC))).isFalse();
        silent(hospital, "11 hours");
        assertThat(known(hospital).isLate(OffsetDateTime.now(ZoneOffset.UTC))).isTrue();
    }

    private FacilityFeed known(FacilityId hospital) {
        return Objects.requireNonNull(feeds.read().get(hospital));
    }

    /// As if the last of it had come earlier; what was learnt before moves along.
    private void silent(FacilityId hospital, String time) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("update inbox_received set last_received_at = last_received_at - interval '" + time
                    + "' where facility = " + hospital.value());
            statement.executeUpdate("update feed_silence set ended_at = ended_at - interval '" + time
                    + "' where facility = " + hospital.value());
            owner.commit();
        }
    }
}
