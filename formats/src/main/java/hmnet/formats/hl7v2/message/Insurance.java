package hmnet.formats.hl7v2.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Health insurance (保険, IN1).
///
/// @param plan kind of insurance (JHSD0001)
/// @param relation to the insured (HL70063), such as SEL
public record Insurance(
        CodedText plan,
        String insurerNumber,
        String symbol,
        String number,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        CodedText relation) {}
