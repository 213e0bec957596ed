package hmnet.office.portal;

import hmnet.gateway.StorageFile;
import hmnet.office.setup.SampleRegion;
import hmnet.region.plan.Facility;
import hmnet.region.plan.FeaturedResident;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the hospitals themselves wrote of a resident (正解): read from their storages line by line, by nothing that the
/// centre reads with. Of the hospital with a delay allergies and profiles count alone.
record StoredChart(List<StoredMessage> messages, Facility delayed) {
    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final Pattern WRITTEN = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
    private static final int LATE = 2;
    private static final Set<String> SHOWN_LATE = Set.of("ADT-61", "ADT-00");

    /// One message of a storage, the newest last.
    record StoredMessage(Facility hospital, LocalDate day, String kind, String time, List<String[]> segments) {
        Stream<String[]> all(String name) {
            return segments.stream().filter(segment -> segment[0].equals(name));
        }
    }

    /// A result as its hospital wrote it.
    record StoredResult(String value, LocalDate day, Facility hospital, String at) {}

    /// A medicine as it was prescribed.
    record StoredDrug(String name, Facility hospital, LocalDate from, LocalDate until) {}

    static StoredChart of(SampleRegion region, FeaturedResident resident) {
        var messages = region.hospitals(resident).stream()
                .flatMap(hospital ->
                        region.storage(resident, hospital).stream().flatMap(file -> message(hospital, file).stream()))
                .sorted(Comparator.comparing(StoredMessage::time))
                .toList();
        return new StoredChart(messages, Facility.HOSPITALS.get(LATE));
    }

    /// What was superseded or taken back does not count.
    private static Optional<StoredMessage> message(Facility hospital, StorageFile file) {
        var name = file.path().substring(file.path().lastIndexOf('/') + 1).split("_", -1);
        if (!name[name.length - 1].equals("1")) {
            return Optional.empty();
        }
        var segments = new String(file.bytes(), JIS)
                .lines()
                .flatMap(line -> Stream.of(line.split("\r", -1)))
                .map(line -> line.split("\\|", -1))
                .toList();
        var day = name[1].equals("-") ? name[4].substring(0, 8) : name[1];
        return Optional.of(new StoredMessage(
                hospital, LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE), name[2], name[4], segments));
    }

    Stream<StoredMessage> of(String kind) {
        return messages.stream()
                .filter(message -> message.kind().equals(kind))
                .filter(message -> !message.hospital().equals(delayed) || SHOWN_LATE.contains(kind));
    }

    /// Of one analyte by the beginning of its JLAC10 code, the newest first.
    List<StoredResult> results(String code) {
        return of("OML-11")
                .flatMap(message -> message.all("OBX")
                        .filter(obx -> obx[3].startsWith(code))
                        .map(obx -> new StoredResult(obx[5], message.day(), message.hospital(), obx[14])))
                .sorted(Comparator.comparing(StoredResult::at).reversed())
                .toList();
    }

    /// Of each hospital and drug the last prescription, as long as its days and two weeks have not gone.
    List<StoredDrug> drugs(LocalDate now) {
        Map<String, StoredDrug> last = of("OMP-01")
                .flatMap(StoredChart::drugs)
                .collect(Collectors.toMap(
                        drug -> drug.hospital().code() + drug.name(), drug -> drug, (before, after) -> after));
        return last.values().stream()
                .filter(drug -> !drug.until().plusDays(14).isBefore(now))
                .toList();
    }

    private static Stream<StoredDrug> drugs(StoredMessage message) {
        var drugs = new ArrayList<StoredDrug>();
        var name = "";
        for (var segment : message.segments()) {
            if (segment[0].equals("RXE")) {
                name = segment[2].split("\\^", -1)[1];
            } else if (segment[0].equals("TQ1") && segment[6].endsWith("^d")) {
                var days = Integer.parseInt(segment[6].substring(0, segment[6].indexOf('^')));
                var from = LocalDate.parse(segment[7].substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
                drugs.add(new StoredDrug(name, message.hospital(), from, from.plusDays(days - 1L)));
            }
        }
        return drugs.stream();
    }

    /// Allergens, each with a hospital that wrote it.
    List<Map.Entry<String, String>> allergies() {
        return of("ADT-61")
                .flatMap(message -> message.all("IAM")
                        .map(iam -> Map.entry(
                                iam[3].split("\\^", -1)[1], message.hospital().name())))
                .distinct()
                .toList();
    }

    /// The last day of a kind of message, with its hospital.
    Optional<StoredMessage> last(String kind) {
        return of(kind).reduce((before, after) -> after);
    }

    /// What hospitals wrote of the blood group, by hospital.
    Map<String, String> bloodGroups() {
        return of("ADT-00")
                .flatMap(message -> message.all("OBX")
                        .filter(obx -> obx[3].contains("血液型"))
                        .map(obx -> Map.entry(message.hospital().name(), obx[5].split("\\^", -1)[0])))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (before, after) -> after));
    }

    /// What a letter says that a hospital sends beside its storage: the newest one's first words that match. Letters of
    /// the
    /// hospital with a delay are not shown yet.
    static Optional<String> letter(SampleRegion region, FeaturedResident resident, Pattern words) {
        return region.hospitals(resident).stream()
                .filter(hospital -> !hospital.equals(Facility.HOSPITALS.get(LATE)))
                .flatMap(hospital -> region.letters(resident, hospital).stream())
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .filter(text -> words.matcher(text).find())
                .max(Comparator.comparing(text -> found(WRITTEN, text)))
                .map(text -> found(words, text));
    }

    private static String found(Pattern words, String text) {
        var match = words.matcher(text);
        return match.find() ? match.group(1) : "";
    }
}
