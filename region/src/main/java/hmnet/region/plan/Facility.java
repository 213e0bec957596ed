package hmnet.region.plan;

import hmnet.formats.base.Table;
import java.util.List;
import java.util.Locale;

/// A facility that takes part (参加施設), as `facilities.csv` describes it.
public record Facility(
        String code,
        String name,
        String kana,
        String kind,
        String phone,
        String address,
        String direction,
        String cardKinds,
        boolean patientList,
        int chartDigits) {

    public static final List<Facility> ALL = Table.read(Facility.class, "facilities.csv").stream()
            .map(Facility::of)
            .toList();
    /// Those that keep charts and disclose them; a resident's charts name them by their place in this list.
    public static final List<Facility> HOSPITALS =
            ALL.stream().filter(f -> f.chartDigits() > 0).toList();

    /// To how many of them anybody goes; the others know residents with a story alone.
    static final int USUAL = 3;

    private static final int BY_FHIR = 2;

    private static Facility of(List<String> row) {
        return new Facility(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8).equals("yes"),
                row.get(9).isEmpty() ? 0 : Integer.parseInt(row.get(9)));
    }

    /// Sends to the centre by machine, so it has a certificate. What residents write has none.
    public boolean sends() {
        return (direction.equals("disclose+view") || direction.equals("send")) && !kind.equals("handbook");
    }

    /// Says what happened today by FHIR, and not by HL7 messages.
    public boolean speaksFhir() {
        return HOSPITALS.indexOf(this) == BY_FHIR;
    }

    public String certificate() {
        return "facilities/" + code + ".crt";
    }

    /// The chart number of a resident here, of the hospital's fixed length.
    public String chartNumber(long resident) {
        return String.format(Locale.ROOT, "%0" + chartDigits + "d", 1_000 + resident * 3 + HOSPITALS.indexOf(this));
    }
}
