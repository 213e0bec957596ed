package hmnet.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.RecordKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewKindsTest {
    @Test
    void aPageOfOneSubjectShowsItAndAllergiesAndNoOther() {
        var pages = Map.of(
                "viewer/medicines", RecordKind.INJECTION,
                "viewer/laboratory", RecordKind.LABORATORY,
                "viewer/diagnoses", RecordKind.DIAGNOSIS,
                "viewer/admissions", RecordKind.ADMISSION);
        pages.forEach((view, kind) -> {
            assertThat(Path.of("src/main/java/hmnet", view + ".jte")).exists();
            assertThat(ViewKinds.shows(view, kind)).isTrue();
            assertThat(ViewKinds.shows(view, RecordKind.ALLERGY)).isTrue();
            assertThat(ViewKinds.shows(view, RecordKind.VISIT)).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void theTimeLineAndAViewNobodyNamedMayShowAnyKindAndAGlanceShowsNone(RecordKind kind) {
        assertThat(ViewKinds.shows("viewer/timeline", kind)).isTrue();
        assertThat(ViewKinds.shows("viewer/record", kind)).isTrue();
        assertThat(ViewKinds.shows("something-new", kind)).isTrue();
        assertThat(ViewKinds.shows("glance", kind)).isFalse();
    }
}
