package hmnet.formats.model.chart;

import java.time.OffsetDateTime;
import java.util.List;

/// A facility's own profile of a person (患者基本情報): height, weight, blood group, how they are insured.
///
/// @param number the facility's own of the patient
/// @param insurances for the resource alone; a list shows their kinds only (健保法 第194条の2)
public record PersonProfile(
        String key,
        OffsetDateTime at,
        String number,
        Demographics person,
        List<Results.TestResult> measures,
        List<PersonInsurance> insurances)
        implements Entry {
    /// One insurance (保険).
    ///
    /// @param payor what the insurer is called
    /// @param start and `end` as FHIR writes days, empty when not said
    /// @param relation of the person to the insured (続柄)
    public record PersonInsurance(
            String key,
            Concept kind,
            String insurer,
            String payor,
            String symbol,
            String number,
            String start,
            String end,
            Concept relation) {}
}
