package hmnet.ground.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much reading and asking is usual, and how much is refused (閲覧・照会の上限の設定): `HMNET_LIMITS_…`. 0 turns one off.
///
/// @param chartsHourAlert charts that one member of staff opens in an hour before the desk is told
/// @param chartsHour charts that one may open in an hour
/// @param chartsDayAlert charts that one opens in a day before the desk is told
/// @param chartsDay charts that one may open in a day
/// @param facilityHourAlert charts that all staff of a facility open in an hour before the desk is told
/// @param facilityHour charts that all staff of a facility may open in an hour before the facility is stopped
/// @param stoppedReaderHour charts that each reader of a stopped facility may still open in an hour; 0 for none
/// @param personsHourAlert persons that a facility's machine is told of in an hour before the desk is told
/// @param personsHour persons that a facility's machine may be told of in an hour
/// @param personsDayAlert persons that a facility's machine is told of in a day before the desk is told
/// @param personsDay persons that a facility's machine may be told of in a day
@ConfigurationProperties("hmnet.limits")
public record LimitSettings(
        @DefaultValue("80") int chartsHourAlert,
        @DefaultValue("200") int chartsHour,
        @DefaultValue("200") int chartsDayAlert,
        @DefaultValue("500") int chartsDay,
        @DefaultValue("1500") int facilityHourAlert,
        @DefaultValue("6000") int facilityHour,
        @DefaultValue("20") int stoppedReaderHour,
        @DefaultValue("500") int personsHourAlert,
        @DefaultValue("2000") int personsHour,
        @DefaultValue("3000") int personsDayAlert,
        @DefaultValue("8000") int personsDay) {}
