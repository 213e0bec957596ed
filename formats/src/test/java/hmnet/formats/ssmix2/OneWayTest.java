package hmnet.formats.ssmix2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Part;
import hmnet.formats.ssmix2.storage.BadStorage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One way leads from a message of the standard storage to rows (ADR 0043), whether it is filed, checked or converted.
class OneWayTest {
    @Test
    void filedCheckedAndConvertedAreTheSameToTheByte() throws BadStorage, Unreadable {
        for (var message : Invented.messages().entrySet()) {
            var path = Invented.nameOf(message.getKey()).path();
            var filed = Invented.read(message.getKey(), message.getValue());
            var checked = Storages.read(message.getValue(), path);
            assertThat(told(checked.rows(Invented.IDS)))
                    .as(message.getKey().code())
                    .isNotEmpty()
                    .isEqualTo(told(filed.parts(Invented.IDS)))
                    .isEqualTo(told(Rows.of(filed.sheet(), Invented.IDS)));
        }
    }

    private static List<String> told(List<Part> rows) {
        return rows.stream()
                .map(row -> String.join(
                        "|",
                        row.kind().name(),
                        row.key(),
                        row.occurredAt().toString(),
                        row.labels().toString(),
                        row.title(),
                        new String(row.extract(), StandardCharsets.UTF_8),
                        new String(row.bundle(), StandardCharsets.UTF_8)))
                .toList();
    }
}
