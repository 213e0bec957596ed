package hmnet.region.course;

import hmnet.formats.hl7v2.message.Header;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.gateway.StorageFile;
import hmnet.region.plan.Chance;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes one chart's messages into storage files (ストレージ出力): numbers, names and flags, and the flaws
/// of the interface.
final class Scribe {
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    private final Chart chart;
    private final Chance flaws;
    private final List<StorageFile> files = new ArrayList<>();
    private int orders;

    Scribe(Chart chart) {
        this.chart = chart;
        this.flaws = chart.chance("flaws");
    }

    /// A message's content, given its heading and its patient.
    interface MessageContent {
        byte[] write(Header header, PatientLine patient);
    }

    List<StorageFile> files() {
        return files;
    }

    static OffsetDateTime at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atOffset(JAPAN);
    }

    /// A new order's number, of 15 digits.
    String nextOrder(LocalDate day) {
        return "00" + SHORT_DAY.format(day) + String.format(Locale.ROOT, "%07d", ++orders);
    }

    void write(
            StorageKind kind,
            LocalDate careDate,
            String order,
            OffsetDateTime at,
            Department department,
            Flag flag,
            MessageContent body) {
        var flaw = Flaw.draw(flaws);
        var number = chart.hospital().chartNumber(chart.resident().index());
        var day = kind.undated() ? null : careDate;
        var name = StorageName.live(number, day, kind, order, at, kind.single() ? "-" : department.code());
        var named = new StorageName(
                number, day, kind, flaw.orderNumber(name.orderNumber()), name.occurred(), name.department(), flag);
        var control = number + String.format(Locale.ROOT, "%06d", files.size());
        var header = new Header("HMSIM", chart.hospital().code(), at, control);
        files.add(new StorageFile(named.path(), flaw.spoil(body.write(header, patient(flaw.chartNumber(number))))));
    }

    private PatientLine patient(String number) {
        return patient(chart, number);
    }

    static PatientLine patient(Chart chart) {
        return patient(chart, chart.hospital().chartNumber(chart.resident().index()));
    }

    private static PatientLine patient(Chart chart, String number) {
        var resident = chart.resident();
        var name = resident.name().inJis();
        return new PatientLine(
                number,
                new hmnet.formats.hl7v2.message.PatientLine.PersonName(
                        name.family(), name.given(), name.familyKana(), name.givenKana()),
                resident.birthDate(),
                resident.sex(),
                resident.postalCode(),
                resident.address(),
                resident.phone(),
                null);
    }
}
