package hmnet.care.handbook;

import hmnet.care.medicines.CurrentTable;
import hmnet.care.viewer.AllergyBand;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import java.time.LocalDate;
import java.util.List;

/// The page of a resident's medicines (お薬の画面).
///
/// @param graceDays by how many days a supply may have run out and still stand here
/// @param received what each facility sent
public record OwnMedicinesScreen(
        LocalDate today, int graceDays, CurrentTable table, AllergyBand allergies, List<FacilityCoverage> received) {}
