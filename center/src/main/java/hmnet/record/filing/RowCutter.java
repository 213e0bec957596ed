package hmnet.record.filing;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.CodingLevel.CodingSource;
import hmnet.formats.model.code.Label;
import hmnet.ground.directory.FacilityId;
import hmnet.people.folding.Characters;
import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.filing.VersionPlan.Cut;
import hmnet.record.filing.Versions.Version;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the rows of a facility's messages (行の作成): content, extract and codes are sealed under the key of the chart.
final class RowCutter {
    private static final byte[] NOTHING = {};

    private final FacilityId facility;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final RowSeals seals;

    RowCutter(FacilityId facility, DataKeys keys, Envelopes envelopes, RowSeals seals) {
        this.facility = facility;
        this.keys = keys;
        this.envelopes = envelopes;
        this.seals = seals;
    }

    /// One part of a message as a row, sealed for its patient.
    RecordRow row(MessageSource source, Cut cut, Version version, RecordState state, Part part) {
        var item = cut.read().item();
        var id = cut.ids().record(version.version(), part.key());
        var key = keys.of(facility, item.claim().number());
        var seal = seals.of(source.patient());
        return new RecordRow(
                source.patient(),
                part.occurredAt(),
                id,
                part.kind().bit(),
                state,
                version.flag(),
                facility.value(),
                seal.department(id, item.department()),
                seal.labels(id, Label.mask(part.labels())),
                source.key(),
                version.version(),
                part.correction(),
                part.preliminary(),
                cut.read().waiting().receivedAt(),
                part.finalAt(),
                part.resources(),
                cut.read().waiting().id(),
                codes(key::code, id, part),
                version.correction() ? codes(seal::code, id, part) : "",
                envelopes.with(e -> e.seal(
                        titled(part),
                        Dictionaries.EXTRACT,
                        key,
                        EnvelopeContext.ofRecord(facility.value(), source.patient(), id, 'x'))),
                envelopes.with(e -> e.seal(
                        part.bundle(),
                        Dictionaries.CONTENT,
                        key,
                        EnvelopeContext.ofRecord(facility.value(), source.patient(), id, 'c'))));
    }

    /// A row that shows nothing and remembers that this version was there: a deletion that may precede what it
    /// deletes.
    RecordRow trace(MessageSource source, Cut cut, Version version, RecordState state) {
        var read = cut.read();
        var id = cut.ids().record(version.version(), "");
        var seal = seals.of(source.patient());
        return new RecordRow(
                source.patient(),
                read.item().at(),
                id,
                0,
                state,
                version.flag(),
                facility.value(),
                seal.department(id, read.item().department()),
                seal.labels(id, 0),
                source.key(),
                version.version(),
                false,
                false,
                read.waiting().receivedAt(),
                null,
                0,
                read.waiting().id(),
                "",
                "",
                NOTHING,
                NOTHING);
    }

    /// The codes of a part as keyed numbers, in the order of the numbers, and what else tells its results apart.
    static String codes(ToLongFunction<String> keyed, UUID row, Part part) {
        var codes = part.codes().stream().map(code -> code.system() + "|" + code.code());
        return Stream.concat(codes, apart(row, part))
                .mapToLong(keyed)
                .sorted()
                .distinct()
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    /// A code that no table knows may mean many things: what it is called counts too. One code may stand for several
    /// results: how many counts. What has no code is like nothing else.
    private static Stream<String> apart(UUID row, Part part) {
        var seen = new HashMap<String, Integer>();
        return part.coded().stream().flatMap(result -> {
            var sent = result.sent();
            var code = sent.system() + "|" + sent.code();
            var word = result.isMapped() ? code : code + "|" + Characters.folded(sent.display());
            var times = seen.merge(word, 1, Integer::sum);
            if (result.standing() == CodingSource.UNCODED) {
                return Stream.of("uncoded|" + row);
            }
            return result.isMapped() && times == 1 ? Stream.empty() : Stream.of("result|" + times + "|" + word);
        });
    }

    /// Title and extract as one text: the title's length in two bytes, the title, the extract.
    static byte[] titled(Part part) {
        var title = part.title().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Short.BYTES + title.length + part.extract().length)
                .putShort((short) title.length)
                .put(title)
                .put(part.extract())
                .array();
    }

    /// The title of an opened extract.
    static String title(byte[] titled) {
        return new String(titled, Short.BYTES, ByteBuffer.wrap(titled).getShort(), StandardCharsets.UTF_8);
    }
}
