package hmnet.region.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The body of a resident (体格と生命徴候): the same at whatever hospital it is measured. Children grow, hearts of small ones
/// beat faster.
public record Body(Plan plan, Resident resident) {
    /// Height in cm at 0, 1, … 17 years, between boys and girls; growth ends with the last.
    private static final double[] GROWTH = {
        50, 75, 87, 95, 102, 109, 116, 122, 128, 134, 139, 145, 152, 158, 161, 163, 164, 165
    };

    /// Weight for height at the same ages: kg/m².
    private static final double[] STOUTNESS = {
        13.5, 16.8, 16.2, 15.8, 15.5, 15.4, 15.5, 15.7, 16, 16.4, 16.9, 17.4, 18, 18.6, 19.2, 19.8, 20.3, 20.8
    };

    private static final int YEAR = 365;

    /// In cm, to the millimetre.
    public BigDecimal height(LocalDate day) {
        var grown = resident.sex().equals("M") ? 171 : 158;
        var own = 1 + 0.03 * chance("height").swing();
        return tenths(at(GROWTH, day) / GROWTH[GROWTH.length - 1] * grown * own);
    }

    /// In kg, to 100 g.
    public BigDecimal weight(LocalDate day) {
        var metres = height(day).doubleValue() / 100;
        var adult = (plan.today().getYear() - resident.birthDate().getYear()) >= GROWTH.length;
        var stout = at(STOUTNESS, day) + (adult ? 2.5 + 2.5 * chance("stout").swing() : 0);
        var thisYear = 1 + 0.015 * chance("weight" + day.getYear()).swing();
        return tenths(Math.max(adult ? 17.5 : 12, stout) * metres * metres * thisYear);
    }

    public BigDecimal bmi(LocalDate day) {
        var metres = height(day).movePointLeft(2);
        return weight(day).divide(metres.multiply(metres), 1, RoundingMode.HALF_UP);
    }

    /// Systolic and diastolic, in mmHg.
    public BloodPressure pressure(LocalDate day, Chance chance) {
        var age = resident.ageOn(day);
        if (age < 1) {
            var high = chance.between(72, 92);
            return new BloodPressure(high, high - 32);
        }
        var high = age < 6 ? chance.between(86, 104) : age < 15 ? chance.between(94, 116) : chance.between(108, 152);
        return new BloodPressure(high, high - (age < 15 ? chance.between(34, 44) : chance.between(38, 58)));
    }

    public record BloodPressure(int high, int low) {}

    /// Beats a minute.
    public int pulse(LocalDate day, Chance chance) {
        var age = resident.ageOn(day);
        return age < 1
                ? chance.between(118, 148)
                : age < 6 ? chance.between(92, 120) : age < 12 ? chance.between(74, 104) : chance.between(58, 96);
    }

    private Chance chance(String of) {
        return Chance.of(plan.seed(), "body", resident.index(), of);
    }

    private double at(double[] byAge, LocalDate day) {
        var years = Math.max(0, ChronoUnit.DAYS.between(resident.birthDate(), day)) / (double) YEAR;
        var whole = Math.min((int) years, byAge.length - 1);
        if (whole == byAge.length - 1) {
            return byAge[whole];
        }
        // Half of the first year's growth is done in its first four months.
        var part = whole == 0 ? Math.sqrt(years) : years - whole;
        return byAge[whole] + (byAge[whole + 1] - byAge[whole]) * part;
    }

    private static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
