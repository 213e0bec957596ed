package hmnet.care.shelter;

import hmnet.care.shelter.ShelterList.ShelterEntry;
import hmnet.care.shelter.ShelterMedicines.DrugNeed;
import hmnet.care.shelter.ShelterMedicines.PersonMedicines;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of a shelter (避難所名簿の画面).
///
/// @param problem as in `shelter.problem.…`, or null
/// @param done as in `shelter.done.…`, or null
/// @param card whom the reader has just found, or empty
/// @param found the name of that person
/// @param typed what was typed and cannot be used
/// @param next the line after which the next page begins, or null
record ShelterScreen(
        OffsetDateTime until,
        @Nullable String problem,
        @Nullable String done,
        String card,
        String found,
        ShelterWords typed,
        List<ShelterEntry> entries,
        @Nullable Long next) {
    static final int SHELTER_MAX = ShelterWords.SHELTER_MAX;
    static final int NAME_MAX = ShelterWords.NAME_MAX;
    static final int BIRTH_MAX = ShelterWords.BIRTH_MAX;
    static final int NEEDS_MAX = ShelterWords.NEEDS_MAX;

    /// The medicines of those on one page of it (避難所の薬の一覧の画面).
    record ShelterMedicinesScreen(
            OffsetDateTime at,
            String by,
            List<PersonMedicines> people,
            List<DrugNeed> drugs,
            @Nullable Long next) {}
}
