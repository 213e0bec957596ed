package hmnet.people.arrivals;

import hmnet.formats.model.chart.InsuredNumber;
import hmnet.ground.keys.Keys;
import hmnet.people.matching.Demographics;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedInsurance;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sides of a comparison as the tables hold them, opened (照合の対象の読み出し): the rows of `MatchSubject.sql`.
@Component
public class SubjectRows {
    private static final InsuredNumber NOT_KNOWN = new InsuredNumber("", "", "", "");

    private final SealedDemographics sealed;
    private final SealedInsurance insurance;
    private final SealedResidents residents;
    private final SealedNumbers numbers;

    public SubjectRows(Keys keys) {
        this.sealed = new SealedDemographics(keys);
        this.insurance = new SealedInsurance(keys);
        this.residents = new SealedResidents(keys);
        this.numbers = new SealedNumbers(keys);
    }

    public MatchSubject read(ResultSet row, int n) throws SQLException {
        var patient = row.getObject("patient", Long.class);
        var facility = row.getLong("facility");
        var number = patient == null ? "" : numbers.open(row);
        var said = said(row, patient, facility, number);
        return new MatchSubject(
                patient,
                row.getObject("record", UUID.class),
                facility,
                number,
                said,
                row.getObject("person", UUID.class),
                row.getBoolean("by_human"),
                now(said, row));
    }

    private Demographics said(ResultSet row, @Nullable Long patient, long facility, String number) throws SQLException {
        var shown =
                patient == null ? sealed.person(row, "record").said() : sealed.patient(patient, row.getBytes("shown"));
        var born = shown.birthDate();
        var insured = insured(row, patient);
        return new Demographics(
                "",
                facility == 0 ? "" : String.valueOf(facility),
                number + "#" + row.getInt("epoch"),
                shown.familyName() + "　" + shown.givenName(),
                shown.familyKana() + "　" + shown.givenKana(),
                shown.sex(),
                born == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(born),
                shown.postalCode(),
                shown.address(),
                shown.phone(),
                insured.insurer(),
                insured.symbol(),
                insured.number(),
                insured.branch());
    }

    private InsuredNumber insured(ResultSet row, @Nullable Long patient) throws SQLException {
        var shown = row.getBytes("insured_shown");
        return patient == null || shown == null ? NOT_KNOWN : insurance.open(patient, shown);
    }

    private @Nullable Demographics now(Demographics said, ResultSet row) throws SQLException {
        return row.getBytes("now_shown") == null
                ? null
                : residents.read(row, "now_").now(said);
    }
}
