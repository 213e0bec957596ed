package hmnet.formats.hl7v2.message;

import java.time.OffsetDateTime;

/// What an order says about itself (オーダ, ORC).
///
/// @param control NW new, XO change, CA cancel, SC status, …  (HL70119)
/// @param number order number of 15 digits
public record Order(
        String control, String number, OffsetDateTime at, Doctor orderer, CodedText department, boolean inpatient) {}
