package hmnet.care.viewer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One facility's word on allergies (施設ごとのアレルギー情報).
///
/// @param what the substance and reaction, where the state is `PRESENT`
/// @param on the day it was noted
public record AllergyNote(
        AllergyState state,
        String facility,
        @Nullable String what,
        @Nullable LocalDate on) {}
