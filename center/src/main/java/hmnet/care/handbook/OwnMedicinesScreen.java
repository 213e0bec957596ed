package hmnet.care.handbook;

import hmnet.care.medicines.CurrentTable;
import hmnet.care.viewer.AllergyBand;
import java.time.LocalDate;

/// The page of a resident's medicines (お薬の画面).
///
/// @param graceDays by how many days a supply may have run out and still stand here
public record OwnMedicinesScreen(
        LocalDate today, int graceDays, CurrentTable table, AllergyBand allergies, OwnSources sources) {}
