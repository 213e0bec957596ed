package hmnet.formats.model.chart;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What one row of a chart holds (診療記録の一片): one kind, one set of labels, one clinical date, cut from a
/// message.
///
/// @param key unique within the message and the same in every version of it
/// @param correction the sender marked it as a correction of what was sent before
/// @param preliminary something in it is not final
/// @param finalAt when its results became final; null for what has no such moment or is not final
/// @param codes those of code tables too, once each
/// @param coded how far each test, drug or diagnosis in it has a standard code
/// @param extract what time line, laboratory sheet and medicine list draw: see `hmnet.formats.extract`
/// @param bundle a FHIR R4 Bundle (collection) along JP Core
/// @param resources how many resources the bundle holds
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
public record Part(
        RecordKind kind,
        String key,
        OffsetDateTime occurredAt,
        Set<Label> labels,
        boolean correction,
        boolean preliminary,
        @Nullable OffsetDateTime finalAt,
        List<Code> codes,
        List<CodingLevel> coded,
        String title,
        byte[] extract,
        byte[] bundle,
        int resources) {
    /// A part without a test, drug or diagnosis.
    public Part(
            RecordKind kind,
            String key,
            OffsetDateTime occurredAt,
            Set<Label> labels,
            boolean correction,
            boolean preliminary,
            @Nullable OffsetDateTime finalAt,
            List<Code> codes,
            String title,
            byte[] extract,
            byte[] bundle,
            int resources) {
        this(
                kind,
                key,
                occurredAt,
                labels,
                correction,
                preliminary,
                finalAt,
                codes,
                List.of(),
                title,
                extract,
                bundle,
                resources);
    }

    /// With another word on how each thing in it is coded.
    public Part coded(UnaryOperator<CodingLevel> word) {
        var said = coded.stream().map(word).toList();
        return said.equals(coded)
                ? this
                : new Part(
                        kind,
                        key,
                        occurredAt,
                        labels,
                        correction,
                        preliminary,
                        finalAt,
                        codes,
                        said,
                        title,
                        extract,
                        bundle,
                        resources);
    }

    /// Gives a FHIR resource its id (資源ID): the same item gets the same id in every version of its source.
    @FunctionalInterface
    public interface Ids {
        /// @param itemKey the item's own key in its source message, never its position
        String of(String resourceType, String itemKey);
    }
}
