package hmnet.care.vitalmonth;

import hmnet.care.homevitals.PressureMean;
import hmnet.care.vitals.VitalAxis;
import hmnet.care.vitals.VitalLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// What a resident wrote down in a month (月間表).
///
/// @param today the last day that the month can have by now
/// @param means of the morning and the evening, by the rule of `homevitals`
/// @param lines pictures of pressure, weight and glucose
/// @param cut whether there was more than is read: then there are no averages
/// @param written on how many days there is anything
public record MonthSheet(
        YearMonth month,
        LocalDate today,
        List<MonthDay> days,
        List<PressureMean> means,
        List<VitalLine> lines,
        VitalAxis axis,
        boolean cut,
        long written) {}
