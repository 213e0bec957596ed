package hmnet.identity;

import hmnet.formats.ssmix2.Demographics;
import java.time.OffsetDateTime;

/// What one message says about whom it concerns (受信した患者情報).
///
/// @param number chart number at the facility
/// @param at message time, which orders demographics; not the time of arrival
/// @param master whether it comes from the facility's patient master (ADT-00)
public record Claim(String number, Demographics demographics, OffsetDateTime at, boolean master) {}
